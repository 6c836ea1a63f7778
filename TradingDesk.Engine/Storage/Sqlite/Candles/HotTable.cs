using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>
/// The newest candles in the order of time, as one connection reads them. A series is found in it by seeks, start by start: their number
/// is bounded by how often the writer moves the table's rows to the series they belong to.
/// </summary>
internal sealed class HotTable(SqliteLink link) : IDisposable
{
    private readonly SqliteStatement _nextStart = link.Prepare("SELECT MIN(ts) FROM candles_hot WHERE tf = ?1 AND ts > ?2");
    private readonly SqliteStatement _startBefore = link.Prepare("SELECT MAX(ts) FROM candles_hot WHERE tf = ?1 AND ts < ?2");

    private readonly SqliteStatement _row = link.Prepare($"""
        SELECT {CandleTable.Columns} FROM candles_hot WHERE tf = ?1 AND ts = ?2 AND exchange = ?3 AND token = ?4
        """);

    private readonly SqliteStatement _lastStarts = link.Prepare("""
        SELECT exchange, token, MAX(ts) FROM candles_hot WHERE tf = ?1 GROUP BY exchange, token
        """);

    /// <summary>The candles of a series in a span, ascending.</summary>
    public List<Candle> Between(Segment segment, int token, int seconds, long fromSecond, long beforeSecond)
    {
        var candles = new List<Candle>();
        var start = Seek(_nextStart, seconds, fromSecond - 1);
        while (start < beforeSecond)
        {
            var isThere = TryRead(segment, token, seconds, start.Value, out var candle);
            if (isThere) candles.Add(candle);
            // Of seconds the next is tried without asking for it: an instrument that trades has almost all of them.
            start = isThere && seconds == Timeframe.Second.Seconds ? start + 1 : Seek(_nextStart, seconds, start.Value);
        }

        return candles;
    }

    /// <summary>The newest candles of a series before a second, ascending, at most that many.</summary>
    public List<Candle> Newest(Segment segment, int token, int seconds, long beforeSecond, int count)
    {
        var candles = new List<Candle>();
        var start = Seek(_startBefore, seconds, beforeSecond);
        for (; start is not null && candles.Count < count; start = Seek(_startBefore, seconds, start.Value))
        {
            if (TryRead(segment, token, seconds, start.Value, out var candle)) candles.Add(candle);
        }

        candles.Reverse();
        return candles;
    }

    /// <summary>The start of the newest candle of every instrument that has any here.</summary>
    public List<(Segment Segment, int Token, long Second)> LastStarts(int seconds)
    {
        var starts = new List<(Segment, int, long)>();
        _lastStarts.Bind(1, seconds);
        while (_lastStarts.Step()) starts.Add(((Segment)_lastStarts.Number(0), (int)_lastStarts.Number(1), _lastStarts.Number(2)));
        return starts;
    }

    public void Dispose()
    {
        _nextStart.Dispose();
        _startBefore.Dispose();
        _row.Dispose();
        _lastStarts.Dispose();
    }

    private static long? Seek(SqliteStatement seek, int seconds, long second)
    {
        seek.Bind(1, seconds);
        seek.Bind(2, second);
        seek.Step();
        long? found = seek.IsNull(0) ? null : seek.Number(0);
        seek.Reset();
        return found;
    }

    private bool TryRead(Segment segment, int token, int seconds, long start, out Candle candle)
    {
        _row.Bind(1, seconds);
        _row.Bind(2, start);
        _row.Bind(3, (long)segment);
        _row.Bind(4, token);
        candle = default;
        if (!_row.Step()) return false;
        candle = CandleTable.Read(_row, seconds);
        _row.Reset();
        return true;
    }
}
