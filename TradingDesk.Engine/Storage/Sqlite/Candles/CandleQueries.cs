using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>One read-only connection with the prepared questions a reader asks; used by one thread at a time.</summary>
internal sealed class CandleQueries : IDisposable
{
    private readonly SqliteLink _link;
    private readonly CandleTable _seconds;
    private readonly CandleTable _timeframes;
    private readonly HotTable _hot;

    public CandleQueries(SqliteLink link, int generation)
    {
        _link = link;
        Generation = generation;
        try
        {
            _seconds = new CandleTable(link, "candles_1s", "?3 = 1");
            _timeframes = new CandleTable(link, "candles_tf", "tf = ?3");
            _hot = new HotTable(link);
        }
        catch
        {
            link.Dispose();
            throw;
        }
    }

    /// <inheritdoc cref="CandleStore.Generation"/>
    public int Generation { get; }

    /// <inheritdoc cref="SqliteLink.IsFileThere"/>
    public bool IsFileThere => _link.IsFileThere;

    /// <summary>
    /// The candles of a series in a span, ascending, as of one moment. The newest stand in the hot table and go before a row of the same
    /// start.
    /// </summary>
    public IEnumerable<Candle> Between(Segment segment, int token, int seconds, long fromSecond, long beforeSecond)
    {
        _link.Execute("BEGIN");
        try
        {
            var hot = _hot.Between(segment, token, seconds, fromSecond, beforeSecond);
            var next = 0;
            foreach (var candle in TableOf(seconds).Between(segment, token, seconds, fromSecond, beforeSecond))
            {
                for (; next < hot.Count && hot[next].Start < candle.Start; next++) yield return hot[next];
                if (next < hot.Count && hot[next].Start == candle.Start) continue;
                yield return candle;
            }

            for (; next < hot.Count; next++) yield return hot[next];
        }
        finally
        {
            if (!_link.IsIdle) _link.Execute("COMMIT");
        }
    }

    /// <summary>The newest candles of a series that start before a second, ascending, at most that many.</summary>
    public List<Candle> Newest(Segment segment, int token, int seconds, long beforeSecond, int count) => AsOfOneMoment(() =>
    {
        var hot = _hot.Newest(segment, token, seconds, beforeSecond, count);
        var candles = Joined(TableOf(seconds).Newest(segment, token, seconds, beforeSecond, count), hot);
        if (candles.Count > count) candles.RemoveRange(0, candles.Count - count);
        return candles;
    });

    /// <summary>The candles of a series in a span as one list, ascending.</summary>
    public List<Candle> ListBetween(Segment segment, int token, int seconds, long fromSecond, long beforeSecond) => AsOfOneMoment(() =>
    {
        var hot = _hot.Between(segment, token, seconds, fromSecond, beforeSecond);
        return Joined(TableOf(seconds).ListBetween(segment, token, seconds, fromSecond, beforeSecond), hot);
    });

    /// <summary>The newest rows behind those of the series; where they overlap, a hot one goes before a row of the same start.</summary>
    private static List<Candle> Joined(List<Candle> candles, List<Candle> hot)
    {
        if (hot.Count == 0) return candles;
        if (candles.Count > 0 && candles[^1].Start >= hot[0].Start)
        {
            var starts = hot.Select(candle => candle.Start).ToHashSet();
            hot.AddRange(candles.Where(candle => !starts.Contains(candle.Start)));
            hot.Sort((one, other) => one.Start.CompareTo(other.Start));
            candles.Clear();
        }

        candles.AddRange(hot);
        return candles;
    }

    /// <summary>The start of the newest candle of a series, or null without any.</summary>
    public long? LastStart(Segment segment, int token, int seconds) => AsOfOneMoment(() =>
    {
        var stored = TableOf(seconds).LastStart(segment, token, seconds);
        var hot = _hot.Newest(segment, token, seconds, long.MaxValue, 1);
        return hot.Count == 0 || hot[0].Start.UnixSeconds < stored ? stored : hot[0].Start.UnixSeconds;
    });

    /// <summary>The start of the newest candle of every instrument that has any.</summary>
    public IReadOnlyList<(Segment Segment, int Token, long Second)> LastStarts(int seconds) => AsOfOneMoment(() =>
    {
        var starts = TableOf(seconds).LastStarts(seconds).ToDictionary(last => (last.Segment, last.Token), last => last.Second);
        foreach (var (segment, token, second) in _hot.LastStarts(seconds))
            starts[(segment, token)] = Math.Max(second, starts.GetValueOrDefault((segment, token)));
        return starts.Select(last => (last.Key.Segment, last.Key.Token, last.Value)).Order().ToList();
    });

    public void Dispose()
    {
        _seconds.Dispose();
        _timeframes.Dispose();
        _hot.Dispose();
        _link.Dispose();
    }

    private CandleTable TableOf(int seconds) => seconds == Timeframe.Second.Seconds ? _seconds : _timeframes;

    /// <summary>Both tables as they are at one moment: rows are moved from one to the other while the desk runs.</summary>
    private T AsOfOneMoment<T>(Func<T> read)
    {
        _link.Execute("BEGIN");
        try
        {
            return read();
        }
        finally
        {
            if (!_link.IsIdle) _link.Execute("COMMIT");
        }
    }
}
