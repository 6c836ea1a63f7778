using System.Globalization;
using System.Text;
using TradingDesk.Cli.Candles;
using TradingDesk.Engine.Storage.Sqlite.Revisions;

namespace TradingDesk.Cli.Importing;

/// <summary>What became of one file of ticks.</summary>
internal sealed record ImportedTicks(string File, long Ticks, int Instruments, string World, RevisionOutcome Outcome)
{
    public required SkippedTicks Skipped { get; init; }

    public required long Seconds { get; init; }

    public required long Minutes { get; init; }

    /// <summary>Candles that had begun before the file's first tick.</summary>
    public required long BegunBefore { get; init; }

    /// <summary>Candles of which the file lacks the end: they are left out.</summary>
    public required long CutShort { get; init; }

    /// <summary>Candles of instruments that a desk on this market cannot watch: they are left out.</summary>
    public required long OfUnknown { get; init; }

    public string ToText()
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"{File}: {Ticks:N0} ticks of {Instruments:N0} instruments, {(World == "simulated" ? "SIMULATED" : "of the real market")}");
        if (Skipped.Sum > 0) Line($"  skipped {Skipped.Sum:N0} ticks: {Skipped}");
        Line($"  {Seconds:N0} seconds and {Minutes:N0} minutes were built");
        Line($"  {Outcome.Added,9:N0} added");
        if (Outcome.Same > 0) Line($"  {Outcome.Same,9:N0} already there");
        if (Outcome.Replaced > 0) Line($"  {Outcome.Replaced,9:N0} replaced; their old values are kept");
        if (Outcome.Kept > 0) Line($"  {Outcome.Kept,9:N0} left as the desk built them, with other values; --replace enters these");
        if (BegunBefore > 0) Line($"  {BegunBefore,9:N0} had begun before the file's first tick and are partial");
        if (CutShort > 0) Line($"  {CutShort,9:N0} were still forming when the file ended and are left out");
        if (OfUnknown > 0) Line($"  {OfUnknown,9:N0} are of instruments that this market's desk does not know and are left out");
        Line($"  {(Outcome.Number is { } number ? $"revision {number}" : "nothing changed: no revision")}");
        return text.ToString();
    }
}
