using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Sqlite.Revisions;

namespace TradingDesk.Engine.Hosting.Refill;

/// <summary>
/// What a desk does at its start about candles that its store lacks: the tape is re-run and what it proves is entered as one revision.
/// Candles that are there stay as they are.
/// </summary>
internal sealed class GapRefill(CandleStore store, string tapeFolder, string market, TimeProvider time, ILogger log)
{
    /// <summary>The pages wait for the start: what the tape has beyond is given up and told.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>A quick market may be ahead of the machine's clock by as much without being begun anew.</summary>
    private const long AheadSecondsMost = 60;

    /// <summary>What became of the gap, in sentences; empty when the store lacks nothing.</summary>
    public string Sentence { get; private set; } = "";

    /// <summary>Whether a past that can be made from a seed is to be made whole again.</summary>
    public bool HadGap { get; private set; }

    /// <summary>Looks for the note of a gap and refills. <paramref name="areCandlesNew"/> when the store was begun anew on purpose: what it
    /// lacked is of another market, or ahead of the clock.</summary>
    public void Run(Instant now, bool areCandlesNew)
    {
        if (IncompleteNote.Read(store.Path) is not { } gap) return;
        HadGap = true;
        var isOther = areCandlesNew || (gap.Market.Length > 0 && gap.Market != market);
        if (isOther || (gap.Run is null && store.World == CandleWorld.Simulated))
        {
            // A tape does not say of which seed its prices are; this run's past can be made instead.
            Sentence = "The store lacked candles; the simulated market's past was made anew.";
            RefillLog.MadeAnew(log, gap.ToText().TrimEnd());
        }
        else if (!TryRefill(gap, now))
        {
            return;
        }

        if (IncompleteNote.Remove(store.Path) is { } trouble) RefillLog.NoteStays(log, trouble);
    }

    private bool TryRefill(CandleGap gap, Instant now)
    {
        RefillLog.Begins(log, gap.ToText().TrimEnd());
        var before = time.GetTimestamp();
        var isEverything = gap.Since is null && store.World == CandleWorld.Market;
        var through = now.PlusSeconds(AheadSecondsMost);
        var tape = new TapeCandles(tapeFolder, isEverything ? null : gap.Run, (gap.Since ?? default, through),
            () => time.GetElapsedTime(before) < Patience);
        var span = new CandleSpan();
        var note = new RevisionNote(now, "tape", "", "candles that the store could not keep", "desk");
        if (!CandleRevisions.TryEnter(store, note, RevisionRule.AddMissing, tape.Read().Select(span.See), out var entered, out var refusal))
        {
            Sentence = $"The store lacks candles since {Moment(gap.Since)}: {refusal}";
            RefillLog.Failed(log, refusal);
            return false;
        }

        Sentence = Describe(gap, tape, span, entered);
        var milliseconds = time.GetElapsedTime(before).TotalMilliseconds;
        if (IsWhole(gap, tape)) RefillLog.Refilled(log, Sentence, milliseconds);
        else RefillLog.Incomplete(log, Sentence, milliseconds);
        return true;
    }

    private static bool IsWhole(CandleGap gap, TapeCandles tape) =>
        tape.StoppedAt is null && tape.PassedOver.Count == 0 && tape.Begin is { } begin && begin <= (gap.Since ?? gap.Run);

    private static string Describe(CandleGap gap, TapeCandles tape, CandleSpan span, RevisionOutcome entered)
    {
        if (tape.Begin is not { } begin)
            return $"The store lacks candles since {Moment(gap.Since)}, and the tape has nothing of them.";
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{entered.Added:N0} candles were refilled from the tape");
        if (entered.Number is { } number)
            text.Append(CultureInfo.InvariantCulture, $" as revision {number}, from {span.Earliest} to {span.Latest}");
        if (begin > (gap.Since ?? default)) text.Append(CultureInfo.InvariantCulture, $"; the tape has nothing before {begin}");
        if (tape.StoppedAt is { } stopped)
            text.Append(CultureInfo.InvariantCulture, $"; the re-run took over {Patience.TotalSeconds:0} s and was left at {stopped}");
        if (tape.PassedOver.Count > 0) text.Append(CultureInfo.InvariantCulture, $"; passed over: {tape.PassedOver[0].TrimEnd('.')}");
        if (tape.PassedOver.Count > 1) text.Append(CultureInfo.InvariantCulture, $" and {tape.PassedOver.Count - 1} more");
        return text.Append('.').ToString();
    }

    private static string Moment(Instant? since) => since?.ToString() ?? "its beginning";
}
