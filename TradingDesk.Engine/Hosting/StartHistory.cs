using TradingDesk.Engine.Feeds.Simulated;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;

namespace TradingDesk.Engine.Hosting;

/// <summary>What a desk knows before its first tick: fills the simulated store up to now,
/// then puts the stored candles on the line.</summary>
internal sealed class StartHistory(DeskPlan plan, CandleStore store, CandleReader reader)
{
    /// <summary>Sessions before today's that warm the desk; the longest intraday timeframe has its indicators ready from them.</summary>
    private const int SessionsRecalled = 3;

    private const int SecondsRecalled = 30 * 60;

    /// <summary>The moment after the newest stored candle, or null in an empty store.</summary>
    public Instant? StoredThrough()
    {
        var newest = Newest(Timeframe.Minute);
        var newestSecond = Newest(Timeframe.Second);
        return newest > newestSecond ? newest : newestSecond ?? newest;
    }

    /// <summary>
    /// Writes the simulated candles from the newest stored minute up to now and gives their number; all of them where an instrument
    /// has none yet, for making them again gives the same.
    /// </summary>
    public long FillSimulated(ulong seed, Instant now)
    {
        var stored = LastStarts(Timeframe.Minute).Select(last => (last.Segment, last.Token)).ToHashSet();
        var isNew = plan.Instruments.All.Any(instrument => !stored.Contains((instrument.Segment, instrument.Token)));
        var from = isNew ? null : Newest(Timeframe.Minute)?.PlusSeconds(-Timeframe.Minute.Seconds);
        var made = new SimulatedHistory(seed, plan.Instruments, plan.Calendar).Read(from, now);
        if (!CandleBulk.TryWrite(store, made.SelectMany(Stored), out var rows, out var refusal)) throw new DeskRefusedException(refusal);
        return rows;
    }

    /// <summary>Puts the start, the stored candles and the end of history on the line.</summary>
    public void Post(Inbox inbox, Instant start, CancellationToken stop)
    {
        inbox.Post(DeskInput.Started(start, plan), stop);
        var minutesFrom = FirstRecalled(start).UnixSeconds;
        var secondsFrom = SecondsFrom(start).UnixSeconds;
        foreach (var instrument in plan.Instruments.All)
        {
            Post(inbox, instrument, Timeframe.Minute, minutesFrom, start, stop);
            Post(inbox, instrument, Timeframe.Second, secondsFrom, start, stop);
        }

        inbox.Post(DeskInput.HistoryEnd(start), stop);
    }

    private void Post(Inbox inbox, Instrument instrument, Timeframe timeframe, long from, Instant start, CancellationToken stop)
    {
        foreach (var candle in reader.Stream(instrument.Segment, instrument.Token, timeframe.Seconds, from, start.UnixSeconds))
        {
            if (stop.IsCancellationRequested) return;
            if (candle.End > start || !plan.Calendar.TryGetSession(candle.Start, out _)) continue;
            inbox.Post(DeskInput.History(start, instrument.Id, candle), stop);
        }
    }

    private Instant FirstRecalled(Instant start)
    {
        var first = plan.Calendar.SessionBefore(start).Open;
        for (var i = 0; i < SessionsRecalled; i++) first = plan.Calendar.SessionBefore(first).Open;
        return first;
    }

    /// <summary>Seconds are needed for the forming minute alone, unless a timeframe below the minute is to be warm.</summary>
    private Instant SecondsFrom(Instant start) => plan.Timeframes[0] < Timeframe.Minute
        ? start.PlusSeconds(-SecondsRecalled)
        : start.PlusSeconds(-2 * Timeframe.Minute.Seconds);

    private Instant? Newest(Timeframe timeframe)
    {
        var starts = LastStarts(timeframe);
        return starts.Count == 0 ? null : Instant.FromUnixSeconds(starts.Max(last => last.Second)).PlusSeconds(timeframe.Seconds);
    }

    private IReadOnlyList<(Segment Segment, int Token, long Second)> LastStarts(Timeframe timeframe)
    {
        try
        {
            return reader.LastStarts(timeframe.Seconds);
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            throw new DeskRefusedException($"The candle store {store.Path} cannot be read: {fault.Reason}.");
        }
    }

    private IEnumerable<StoredCandle> Stored(ReadOnlyMemory<HistoryCandle> block)
    {
        for (var i = 0; i < block.Length; i++)
        {
            var made = block.Span[i];
            var instrument = plan.Instruments[made.Instrument];
            yield return new StoredCandle(instrument.Segment, instrument.Token, made.Candle);
        }
    }
}
