using System.Globalization;
using System.Text.Json;

namespace TradingDesk.Benchmarks;

/// <summary>The command `goals [id...] [--json FILE]`: measures the goals named, or all and the desk's memory; a line each.</summary>
internal static class Goals
{
    public const string Usage = "usage: goals [id...] [--json FILE]";

    /// <summary>Exit code 0 if every goal is met, 1 if one is short, 2 if the arguments are wrong.</summary>
    public static int Run(IReadOnlyList<Goal> known, ReadOnlySpan<string> arguments)
    {
        var ids = new List<string>();
        string? file = null;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] != "--json") ids.Add(arguments[i]);
            else if (i + 1 < arguments.Length) file = arguments[++i];
            else return Refuse("--json needs the name of a file");
        }

        var unknown = ids.Find(id => !known.Any(goal => goal.Id == id));
        if (unknown is not null) return Refuse($"unknown goal {unknown}; known: {string.Join(", ", known.Select(goal => goal.Id))}");

        if (ids.Count == 0) MemoryFigures.Print();
        var results = Measure([.. known.Where(goal => ids.Count == 0 || ids.Contains(goal.Id))]);
        if (file is not null) File.WriteAllText(file, ToJson(results));
        return results.TrueForAll(result => result.IsMet) ? 0 : 1;
    }

    private static List<GoalResult> Measure(IReadOnlyList<Goal> goals)
    {
        var results = new List<GoalResult>();
        var noise = new Noise();
        foreach (var goal in goals)
        {
            noise.Look();
            foreach (var result in goal.Run())
            {
                results.Add(result);
                Console.WriteLine(Line(result));
            }
        }

        noise.Look();
        Console.WriteLine(noise);
        return results;
    }

    private static string Line(GoalResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"GOAL {result.Id} {result.Measured:0.###} {result.Target} {Word(result)} {Side(result)}; {result.Detail}");

    private static string Side(GoalResult result) => result.AtMost ? "at most" : "at least";

    private static string Word(GoalResult result) => result.IsMet ? "ok" : "short";

    private static string ToJson(IEnumerable<GoalResult> results) => JsonSerializer.Serialize(results.Select(result => new
    {
        id = result.Id,
        measured = double.IsFinite(result.Measured) ? result.Measured : (double?)null,
        target = result.Target,
        atMost = result.AtMost,
        verdict = Word(result),
        detail = result.Detail,
    }));

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        Console.Error.WriteLine(Usage);
        return 2;
    }
}
