using System.Reflection;

namespace TradingDesk.Web.Pages.About;

/// <summary>The texts that are part of the program: the notices of others' software, and what is written about the desk.</summary>
internal static class Notices
{
    /// <summary>The file of notices, as an address below the about page.</summary>
    public const string File = "third-party-notices.txt";

    /// <summary>By the address below the about page; the program has each under the same name.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [File] = "All licences, word for word",
        ["readme.txt"] = "The desk in short: how to start it and what it can do",
        ["trading-strategy.txt"] = "How a strategy trades",
        ["risk.txt"] = "What stands between a wish and the market",
        ["architecture.txt"] = "How the desk is built",
    };

    public static IReadOnlyList<Notice> All { get; } = Read();

    /// <summary>The notice of one piece, by its name.</summary>
    public static Notice Of(string name) => All.First(notice => notice.Name == name);

    public static void MapTexts(this WebApplication app)
    {
        foreach (var name in Texts.Keys) app.MapGet($"/about/{name}", () => Results.Stream(Open(name), "text/plain; charset=utf-8"));
    }

    /// <summary>The list stands before the first rule of dashes: headings, and lines of four parts.</summary>
    internal static IEnumerable<Notice> Parse(IEnumerable<string> lines)
    {
        var place = "";
        foreach (var line in lines.TakeWhile(line => !line.StartsWith("---", StringComparison.Ordinal)))
        {
            if (line.Split(" | ") is not [var named, var licence, .. var holder])
            {
                if (line.Length > 0) place = line;
                continue;
            }

            var cut = named.LastIndexOf(' ');
            yield return new Notice(named[..cut], named[(cut + 1)..], licence, string.Join(" | ", holder)) { Place = place };
        }
    }

    private static List<Notice> Read()
    {
        using var reader = new StreamReader(Open(File));
        return [.. Parse(reader.ReadToEnd().Split('\n'))];
    }

    private static Stream Open(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The program was built without {name}.");
}
