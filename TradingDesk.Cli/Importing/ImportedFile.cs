using System.Globalization;
using System.Text;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Sqlite.Revisions;

namespace TradingDesk.Cli.Importing;

/// <summary>What became of one file of candles, for a person and for machines.</summary>
internal sealed record ImportedFile(ImportText Text, Timeframe Timeframe, bool LabelsEnd, bool IsLabelGiven, ImportJudge Judge)
{
    private const int BadShownMost = 10;

    public required RevisionOutcome Outcome { get; init; }

    /// <summary>The instruments as the desk names them.</summary>
    public required Func<StoredCandle, Instrument> NameOf { get; init; }

    public IReadOnlyList<BadRow> Bad => [.. Text.Bad.Concat(Judge.Bad).OrderBy(bad => bad.Line)];

    private long RowsRead => Text.Rows.Count + Text.Bad.Count;

    private string Label => LabelsEnd ? "end" : "start";

    private IEnumerable<(string Name, int Candles, int Days, DateOnly From, DateOnly To)> Series =>
        from candle in Judge.Candles
        group candle.Candle.Start.IndiaDate by NameOf(candle).FullName into series
        let days = series.Distinct().ToArray()
        select (series.Key, series.Count(), days.Length, days.Min(), days.Max());

    public object Readable => new
    {
        file = Text.Name,
        sha256 = Text.Hash,
        form = Text.Form.Name,
        timeframe = Timeframe.ToString(),
        label = Label,
        labelGiven = IsLabelGiven,
        labelDoubt = Judge.Labels.Doubt(LabelsEnd),
        zoneDoubt = Judge.Zone.Doubt(),
        rows = RowsRead,
        added = Outcome.Added,
        alreadyThere = Outcome.Same,
        replaced = Outcome.Replaced,
        leftAsTheyWere = Outcome.Kept,
        skipped = Judge.Skips.Readable,
        bad = Bad,
        series = Series.Select(one => new { instrument = one.Name, one.Candles, one.Days, one.From, one.To }),
        daysBeyondTheCalendar = Judge.UnknownDays.Count,
        revision = Outcome.Number,
    };

    public string ToText()
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"{Text.Name}: {RowsRead:N0} rows of {(Timeframe == Timeframe.Second ? "seconds" : "minutes")} in {Text.Form.Name}");
        var why = IsLabelGiven ? "as told" : $"not told, and {Text.Form.LabelRule}";
        Line($"  label {Label} ({why})");
        foreach (var (name, candles, days, from, to) in Series)
            Line($"  {name}: {candles:N0} candles of {days:N0} days, {from:yyyy-MM-dd} to {to:yyyy-MM-dd}");
        Line($"  {Outcome.Added,9:N0} added");
        if (Outcome.Same > 0) Line($"  {Outcome.Same,9:N0} already there");
        if (Outcome.Replaced > 0) Line($"  {Outcome.Replaced,9:N0} replaced; their old values are kept");
        if (Outcome.Kept > 0)
            Line($"  {Outcome.Kept,9:N0} left as the desk built them from ticks, with other values; --replace enters these");
        Line($"  {Judge.Skips.Count,9:N0} skipped{(Judge.Skips.Count > 0 ? ":" : "")}");
        foreach (var line in Judge.Skips.Lines) Line($"  {line}");
        if (Bad.Count > 0) Line($"  {Bad.Count,9:N0} cannot be candles:");
        foreach (var bad in Bad.Take(BadShownMost)) Line($"            line {bad.Line}: {bad.Why}");
        if (Bad.Count > BadShownMost) Line($"            and {Bad.Count - BadShownMost:N0} more");
        if (Judge.Labels.Doubt(LabelsEnd) is { Length: > 0 } label) Line($"  LOOK: {label}");
        if (Judge.Zone.Doubt() is { Length: > 0 } zone) Line($"  LOOK: {zone}");
        if (Judge.UnknownDays.Count > 0)
        {
            Line($"  LOOK: the calendar does not reach {Judge.UnknownDays.Count:N0} of the days;");
            Line($"        the hours of the nearest plain day were taken");
        }

        Line($"  {(Outcome.Number is { } number ? $"revision {number}" : "nothing changed: no revision")}");
        return text.ToString();
    }
}
