using System.Globalization;

namespace TradingDesk.Cli.Importing;

/// <summary>Rows that were left out, counted by reason with the first of each.</summary>
internal sealed class ImportSkips
{
    private const int ExamplesMost = 3;

    private readonly SortedDictionary<SkipReason, (long Count, List<string> First)> _by = [];

    public long Count => _by.Values.Sum(reason => reason.Count);

    public long this[SkipReason reason] => _by.TryGetValue(reason, out var found) ? found.Count : 0;

    public IReadOnlyDictionary<string, object> Readable => _by.ToDictionary(
        pair => WordsOf(pair.Key), pair => (object)new { pair.Value.Count, pair.Value.First });

    public void Add(SkipReason reason, in ImportRow row)
    {
        if (!_by.TryGetValue(reason, out var found)) found = (0, []);
        if (found.First.Count < ExamplesMost)
        {
            var symbol = reason == SkipReason.UnknownInstrument ? $" {CommandLine.Echo.Of(row.Symbol)}" : "";
            var label = row.Label.ToIndia();
            found.First.Add(string.Create(CultureInfo.InvariantCulture, $"line {row.Line}{symbol} {label:yyyy-MM-dd HH:mm:ss}"));
        }

        _by[reason] = (found.Count + 1, found.First);
    }

    /// <summary>One line for each reason.</summary>
    public IEnumerable<string> Lines => _by.Select(pair => LineOf(pair.Key, pair.Value.Count, string.Join(", ", pair.Value.First)));

    private static string LineOf(SkipReason reason, long count, string first) => string.Create(CultureInfo.InvariantCulture,
        $"{count,9:N0} {WordsOf(reason)}: {first}{(count > ExamplesMost ? ", ..." : "")}");

    private static string WordsOf(SkipReason reason) => reason switch
    {
        SkipReason.BeforeSession => "before the session",
        SkipReason.AfterSession => "after the session",
        SkipReason.InPause => "in the session's pause",
        SkipReason.ClosedDay => "on a day without trading",
        SkipReason.Duplicate => "given twice with the same values",
        SkipReason.NotOver => "not over yet",
        SkipReason.UnknownInstrument => "of an instrument the desk does not know",
    };
}
