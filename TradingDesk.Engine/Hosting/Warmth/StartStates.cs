using System.Globalization;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Indicators;
using TradingDesk.Engine.Storage.Sqlite.Revisions;

namespace TradingDesk.Engine.Hosting.Warmth;

/// <summary>What a desk's indicators start from: the newest snapshot that can be believed, or none, and a sentence that says so.</summary>
internal sealed record StartStates(bool IsTrouble, string Sentence)
{
    private readonly Dictionary<(Segment, int), RestoredInstrument> _restored = [];

    private StartStates(bool isTrouble, string sentence, Dictionary<(Segment, int), RestoredInstrument> restored)
        : this(isTrouble, sentence) => _restored = restored;

    public RestoredInstrument? Of(Instrument instrument) => _restored.GetValueOrDefault((instrument.Segment, instrument.Token));

    /// <summary>The same with what it is worth to this desk: how many of its indicator sets go on from the snapshot.</summary>
    public StartStates For(DeskPlan plan)
    {
        if (_restored.Count == 0) return this;
        var lists = IndicatorLists.Parse(plan.Indicators, plan.Instruments, out _)!;
        var matching = plan.Instruments.All.Sum(instrument => Of(instrument)?.Matching(
            plan.Timeframes.Select(timeframe => (timeframe.Seconds, lists.For(instrument.Id, timeframe).Text))) ?? 0);
        var all = plan.Instruments.Count * plan.Timeframes.Count;
        if (matching == all) return this;
        return new StartStates(IsTrouble, string.Create(CultureInfo.InvariantCulture,
            $"{Sentence} It has {matching:N0} of this desk's {all:N0} sets; the others started from stored candles alone."), _restored);
    }

    /// <summary>
    /// Takes the newest snapshot that is whole, of this desk's format and not ahead of the stored candles. Of it, a set that has read
    /// candles which a later revision changed is left out.
    /// </summary>
    public static StartStates Read(
        IndicatorStore store, Instant? storedThrough, Func<long, IReadOnlyList<RevisedSeries>?>? revisedSince = null)
    {
        if (!store.TryReadSnapshots(out var heads, out var refusal)) return Cold(refusal, isTrouble: true);
        var passedOver = new List<string>();
        foreach (var head in heads)
        {
            if (TryRead(store, head, storedThrough, out var restored, out var revision) is { } why)
            {
                passedOver.Add($"that of {Clock(head.MarketTime)} {why}");
                continue;
            }

            IReadOnlyList<RevisedSeries>? none = [];
            if ((revisedSince is null ? none : revisedSince(revision)) is not { } revisedSeries)
            {
                passedOver.Add($"that of {Clock(head.MarketTime)} has read candles of another store");
                continue;
            }

            var sentence = $"Restored from the snapshot of {Clock(head.MarketTime)}, state hash {head.StateHash[..12]}; "
                + "the candles stored after it were replayed.";
            var revised = WithoutRevised(restored!, revisedSeries);
            if (revised > 0) sentence += RevisedSentence(revised);
            if (passedOver.Count > 0) sentence += $" Passed over: {string.Join("; ", passedOver)}.";
            return new StartStates(passedOver.Count > 0, sentence, restored!);
        }

        return passedOver.Count == 0
            ? Cold("there is no snapshot yet", isTrouble: false)
            : Cold($"no snapshot can be used: {string.Join("; ", passedOver)}", isTrouble: true);
    }

    public static StartStates Cold(string why, bool isTrouble) => new(isTrouble, $"Started from stored candles alone: {why.TrimEnd('.')}.");

    /// <summary>Null when it was read, otherwise why it is passed over.</summary>
    private static string? TryRead(
        IndicatorStore store, SnapshotHead head, Instant? storedThrough, out Dictionary<(Segment, int), RestoredInstrument>? restored,
        out long revision)
    {
        (restored, revision) = (null, 0);
        if (head.Format != SnapshotCodec.Format) return string.Create(CultureInfo.InvariantCulture, $"is of format {head.Format}");
        if (!store.TryReadSnapshot(head.Id, out var snapshot, out var refusal)) return $"cannot be read ({refusal.TrimEnd('.')})";
        if (snapshot is not { IsWhole: true }) return "is damaged";
        restored = SnapshotCodec.TryRead(snapshot.Bytes, out revision);
        if (restored is null) return "cannot be understood";
        // The snapshot's own time does not tell: it goes on while nothing trades.
        var isAhead = storedThrough is not { } through || restored.Values.Any(states => states.IsAheadOf(through));
        return isAhead ? "is ahead of the stored candles" : null;
    }

    /// <summary>Leaves out every set that has read a candle which was revised since, and counts them.</summary>
    private static int WithoutRevised(Dictionary<(Segment, int), RestoredInstrument> restored, IReadOnlyList<RevisedSeries> revised)
    {
        var leftOut = 0;
        foreach (var series in revised)
        {
            if (restored.TryGetValue((series.Segment, series.Token), out var instrument))
                leftOut += instrument.LeaveOut(series.TimeframeSeconds, series.Earliest);
        }

        return leftOut;
    }

    private static string RevisedSentence(int sets) => string.Create(CultureInfo.InvariantCulture,
        $" {sets:N0} sets had read candles that were revised since: they started from stored candles alone.");

    private static string Clock(Instant moment) => moment.ToIndia().ToString("d MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture);
}
