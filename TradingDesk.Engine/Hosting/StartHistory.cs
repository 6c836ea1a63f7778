using System.Globalization;
using Microsoft.Extensions.Logging;
using TradingDesk.Engine.Feeds.Simulated;
using TradingDesk.Engine.Hosting.Warmth;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Sqlite.Revisions;

namespace TradingDesk.Engine.Hosting;

/// <summary>What a desk knows before its first tick: fills the simulated store up to now,
/// then puts the stored candles on the line.</summary>
internal sealed class StartHistory(DeskPlan plan, CandleStore store, CandleReader reader)
{
    private const int Tries = 8;
    private const int RetryMilliseconds = 250;

    private volatile StoreFault? _unreadable;
    private int _cold;

    /// <summary>Whether an instrument started without the history it should have.</summary>
    public bool IsLacking => _unreadable is not null;

    /// <summary>Set for a store that lacked candles anywhere: a past that can be made is made from its beginning.</summary>
    public bool MakesWholePast { get; set; }

    /// <summary>The moment after the newest stored candle, or null in an empty store.</summary>
    public Instant? StoredThrough()
    {
        var newest = Newest(Timeframe.Minute);
        var newestSecond = Newest(Timeframe.Second);
        return newest > newestSecond ? newest : newestSecond ?? newest;
    }

    /// <summary>Deletes the candles of a minute and longer that are older than so many days; 0 keeps all.</summary>
    public void DeleteBefore(int days, Instant now, ILogger log)
    {
        if (days == 0) return;
        var day = now.IndiaDate.AddDays(-days);
        if (!OldCandles.TryDelete(store, Instant.FromIndiaMidnight(day), out var rows, out var refusal))
            throw new DeskRefusedException(refusal);
        if (rows > 0) HostingLog.OldCandlesDeleted(log, rows, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    /// <summary>The newest revision of the store; what is grown from it now has seen all up to it.</summary>
    public long Revision() => Read(() => new RevisionReader(store).Newest());

    /// <summary>The series that revisions after that one changed; null when the store never had it.</summary>
    public IReadOnlyList<RevisedSeries>? RevisedSince(long revision) => Read(() => new RevisionReader(store).Since(revision));

    /// <summary>
    /// Writes the simulated candles from the newest stored minute up to now and gives their number; all of them where an instrument
    /// has none yet, for making them again gives the same. Told to stop it writes none and throws.
    /// </summary>
    public long FillSimulated(ulong seed, Instant now, CancellationToken stop)
    {
        var stored = LastStarts(Timeframe.Minute).Select(last => (last.Segment, last.Token)).ToHashSet();
        var isNew = plan.Instruments.All.Any(instrument => !stored.Contains((instrument.Segment, instrument.Token)));
        var from = isNew || MakesWholePast ? null : Newest(Timeframe.Minute)?.PlusSeconds(-Timeframe.Minute.Seconds);
        var made = new SimulatedHistory(seed, plan.Instruments, plan.Calendar).Read(from, now, isFirst: stored.Count == 0)
            .SelectMany(block => Stored(block, stop));
        var note = new RevisionNote(now, "simulated history", "", "the simulated market's past up to the desk's start", "desk");
        if (!CandleRevisions.TryEnter(store, note, RevisionRule.AddMissing, made, out var entered, out var refusal))
            throw new DeskRefusedException(refusal);
        return entered.Added;
    }

    /// <summary>Puts what stored candles tell of every instrument and the end of history on the line. Gives a sentence about
    /// instruments whose candles could not be read, which then start without history; empty without any.</summary>
    public string Post(
        Inbox inbox, Instant start, IndicatorLists lists, Func<Instrument, RestoredInstrument?> restored, CancellationToken stop)
    {
        var past = new StoredPast(plan.Calendar, Pieces);
        var nothing = new StoredPast(plan.Calendar, (_, _, _, _) => []);
        foreach (var instrument in plan.Instruments.All)
        {
            if (stop.IsCancellationRequested) break;
            if (!TryGrow(() => past.AtStart(instrument, plan.Timeframes, lists, restored(instrument), start), stop, out var warm))
                warm = nothing.AtStart(instrument, plan.Timeframes, lists, null, start);
            inbox.Post(DeskInput.Warm(start, instrument.Id, warm!), stop);
        }

        inbox.Post(DeskInput.HistoryEnd(start), stop);
        return _unreadable is not { } fault ? "" : string.Create(CultureInfo.InvariantCulture,
            $"{_cold:N0} instruments started without history, for the candle store cannot be read: {fault.Reason}.");
    }

    /// <summary>The stored pieces as a growing instrument takes them.</summary>
    public IEnumerable<Candle> Pieces(Instrument instrument, Timeframe piece, long fromSecond, long beforeSecond) =>
        reader.Stream(instrument.Segment, instrument.Token, piece.Seconds, fromSecond, beforeSecond);

    private Instant? Newest(Timeframe timeframe)
    {
        var starts = LastStarts(timeframe);
        return starts.Count == 0 ? null : Instant.FromUnixSeconds(starts.Max(last => last.Second)).PlusSeconds(timeframe.Seconds);
    }

    private IReadOnlyList<(Segment Segment, int Token, long Second)> LastStarts(Timeframe timeframe) =>
        Read(() => reader.LastStarts(timeframe.Seconds));

    private T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            throw new DeskRefusedException($"The candle store {store.Path} cannot be read: {fault.Reason}.");
        }
    }

    /// <summary>Waits for a fault to pass, once in all: the market does not wait for a hundred instruments.</summary>
    private bool TryGrow(Func<WarmInstrument> grow, CancellationToken stop, out WarmInstrument? warm)
    {
        for (var tries = _unreadable is null ? Tries : 1; ; tries--)
        {
            try
            {
                warm = grow();
                return true;
            }
            catch (Exception error) when (StoreFault.From(error) is { } fault)
            {
                warm = null;
                if (tries > 1 && !stop.WaitHandle.WaitOne(RetryMilliseconds)) continue;
                _unreadable = fault;
                _cold++;
                return false;
            }
        }
    }

    private IEnumerable<StoredCandle> Stored(ReadOnlyMemory<HistoryCandle> block, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        for (var i = 0; i < block.Length; i++)
        {
            var made = block.Span[i];
            var instrument = plan.Instruments[made.Instrument];
            yield return new StoredCandle(instrument.Segment, instrument.Token, made.Candle);
        }
    }
}
