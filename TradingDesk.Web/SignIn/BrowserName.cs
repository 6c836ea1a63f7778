namespace TradingDesk.Web.SignIn;

/// <summary>What a person calls the program that said this of itself: `Chrome 142 on Linux`.</summary>
internal static class BrowserName
{
    private const int LongestOther = 60;

    /// <summary>Of its program's word; the first that is there counts, for each names the ones it descends from too.</summary>
    private static readonly (string Word, string Name)[] _programs =
    [
        ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("HeadlessChrome/", "Chrome"), ("Chrome/", "Chrome"),
        ("Version/", "Safari"),
    ];

    private static readonly (string Word, string Name)[] _systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("Linux", "Linux")];

    /// <summary>What is no browser's is shown as it came, cut where it is long.</summary>
    public static string Of(string agent)
    {
        var (word, name) = _programs.FirstOrDefault(one => agent.Contains(one.Word, StringComparison.Ordinal));
        if (name is null) return agent.Length <= LongestOther ? agent : $"{agent[..LongestOther]}...";
        var at = agent.IndexOf(word, StringComparison.Ordinal) + word.Length;
        var version = string.Concat(agent.Skip(at).TakeWhile(char.IsAsciiDigit));
        var (_, system) = _systems.FirstOrDefault(one => agent.Contains(one.Word, StringComparison.Ordinal));
        return system is null ? $"{name} {version}" : $"{name} {version} on {system}";
    }
}
