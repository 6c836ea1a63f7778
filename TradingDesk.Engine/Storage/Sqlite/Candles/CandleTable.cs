using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>The questions asked of one table of candles, prepared on one connection.</summary>
internal sealed class CandleTable(SqliteLink link, string table, string timeframe) : IDisposable
{
    /// <summary>What <see cref="Read"/> reads, in its order.</summary>
    public const string Columns = "ts, open, high, low, close, volume, ticks, gaps, quality";

    /// <summary>Room a list is made with at most: a session of seconds.</summary>
    private const int RoomMost = 22_500;

    private readonly SqliteStatement _between = link.Prepare(
        $"SELECT {Columns} FROM {table} WHERE exchange = ?1 AND token = ?2 AND {timeframe} AND ts >= ?4 AND ts < ?5 ORDER BY ts");

    private readonly SqliteStatement _newest = link.Prepare(
        $"SELECT {Columns} FROM {table} WHERE exchange = ?1 AND token = ?2 AND {timeframe} AND ts < ?4 ORDER BY ts DESC LIMIT ?5");

    private readonly SqliteStatement _lastStart = link.Prepare(
        $"SELECT MAX(ts) FROM {table} WHERE exchange = ?1 AND token = ?2 AND {timeframe}");

    private readonly InstrumentWalk _walk = new(link, table);

    public IEnumerable<Candle> Between(Segment segment, int token, int seconds, long fromSecond, long beforeSecond)
    {
        Bind(_between, segment, token, seconds);
        _between.Bind(4, fromSecond);
        _between.Bind(5, beforeSecond);
        try
        {
            while (_between.Step()) yield return Read(_between, seconds);
        }
        finally
        {
            _between.Reset();
        }
    }

    /// <summary>The same in one list: handing a candle on through two enumerators costs more than reading it.</summary>
    public List<Candle> ListBetween(Segment segment, int token, int seconds, long fromSecond, long beforeSecond)
    {
        var candles = new List<Candle>((int)Math.Clamp((beforeSecond - fromSecond) / seconds, 16, RoomMost));
        Bind(_between, segment, token, seconds);
        _between.Bind(4, fromSecond);
        _between.Bind(5, beforeSecond);
        while (_between.Step()) candles.Add(Read(_between, seconds));
        return candles;
    }

    public List<Candle> Newest(Segment segment, int token, int seconds, long beforeSecond, int count)
    {
        var candles = new List<Candle>(Math.Min(count, 4_096));
        Bind(_newest, segment, token, seconds);
        _newest.Bind(4, beforeSecond);
        _newest.Bind(5, count);
        while (_newest.Step()) candles.Add(Read(_newest, seconds));
        candles.Reverse();
        return candles;
    }

    public long? LastStart(Segment segment, int token, int seconds)
    {
        Bind(_lastStart, segment, token, seconds);
        _lastStart.Step();
        long? start = _lastStart.IsNull(0) ? null : _lastStart.Number(0);
        _lastStart.Reset();
        return start;
    }

    public List<(Segment Segment, int Token, long Second)> LastStarts(int seconds)
    {
        var starts = new List<(Segment, int, long)>();
        var (exchange, token) = (0L, 0L);
        while (_walk.TryNext(ref exchange, ref token))
        {
            if (LastStart((Segment)exchange, (int)token, seconds) is { } start) starts.Add(((Segment)exchange, (int)token, start));
        }

        return starts;
    }

    public void Dispose()
    {
        _between.Dispose();
        _newest.Dispose();
        _lastStart.Dispose();
        _walk.Dispose();
    }

    private static void Bind(SqliteStatement statement, Segment segment, int token, int seconds)
    {
        statement.Bind(1, (long)segment);
        statement.Bind(2, token);
        statement.Bind(3, seconds);
    }

    public static Candle Read(SqliteStatement row, int seconds) => new()
    {
        Start = Instant.FromUnixSeconds(row.Number(0)),
        Open = new Price(row.Number(1)),
        High = new Price(row.Number(2)),
        Low = new Price(row.Number(3)),
        Close = new Price(row.Number(4)),
        Volume = row.Number(5),
        Seconds = seconds,
        Ticks = (int)row.Number(6),
        Gaps = (int)row.Number(7),
        Quality = (CandleQuality)row.Number(8),
    };
}
