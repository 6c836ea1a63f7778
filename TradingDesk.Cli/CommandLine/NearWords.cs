using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.CommandLine;

/// <summary>Says what a mistyped word probably meant.</summary>
internal static class NearWords
{
    /// <summary>`; near: a, b` when known words are near, otherwise all of them.</summary>
    public static string Hint(string typed, IEnumerable<string> known)
    {
        var all = known.ToArray();
        var near = NearNames.Of(typed, all);
        return near.Count > 0 ? $"; near: {string.Join(", ", near)}" : $"; there are {string.Join(", ", all)}";
    }
}
