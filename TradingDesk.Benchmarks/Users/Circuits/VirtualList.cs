using System.Text.Json;

namespace TradingDesk.Benchmarks.Users.Circuits;

/// <summary>What a browser with a desk of 1440 x 900 says of a list that renders the rows in view only.</summary>
internal static class VirtualList
{
    /// <summary>The call by which such a list asks to be told.</summary>
    public const string Begun = "Blazor._internal.Virtualize.init";

    /// <summary>The answer: the empty space below the rows is in view.</summary>
    public const string EndSeen = "OnSpacerAfterVisible";

    /// <summary>Pixels of that space, of the rows above it (none yet), and of the watchlist's view.</summary>
    public const string InView = "[2678,0,690]";

    /// <summary>The number of the list's own end of the line, the first argument of its call.</summary>
    public static long ObjectOf(string arguments)
    {
        using var read = JsonDocument.Parse(arguments);
        return read.RootElement[0].GetProperty("__dotNetObject").GetInt64();
    }
}
