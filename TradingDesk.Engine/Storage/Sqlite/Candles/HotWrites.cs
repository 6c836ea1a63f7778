using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>
/// The writer's side of the newest candles: rows go in by time, so that a transaction touches few pages, and are moved to their series'
/// tables many at once, when each series has rows enough to fill pages of its own.
/// </summary>
internal sealed class HotWrites : IDisposable
{
    private const string Columns = "open, high, low, close, volume, ticks, gaps, quality";

    /// <summary>
    /// Moves all rows, inside a transaction of whoever says it: in the order of the tables' keys, and before what the running engine told
    /// goes what stood there.
    /// </summary>
    public const string Move = $"""
        INSERT OR REPLACE INTO candles_1s (exchange, token, ts, {Columns})
            SELECT exchange, token, ts, {Columns} FROM candles_hot WHERE tf = 1 ORDER BY exchange, token, ts;
        INSERT OR REPLACE INTO candles_tf (exchange, token, tf, ts, {Columns})
            SELECT exchange, token, tf, ts, {Columns} FROM candles_hot WHERE tf > 1 ORDER BY exchange, token, tf, ts;
        DELETE FROM candles_hot;
        """;

    /// <summary>Writes one row; its parameters are the columns in this order.</summary>
    public const string PutOne = $"""
        INSERT OR REPLACE INTO candles_hot (tf, ts, exchange, token, {Columns})
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        """;

    private readonly SqliteLink _link;
    private readonly SqliteStatement _put;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;

    public HotWrites(SqliteLink link)
    {
        _link = link;
        _put = link.Prepare(PutOne);
        _begin = link.Prepare("BEGIN IMMEDIATE");
        _commit = link.Prepare("COMMIT");
        Rows = link.ReadNumber("SELECT COUNT(*) FROM candles_hot");
        var oldest = link.ReadNumber("SELECT MIN(ts) FROM candles_hot WHERE tf = 1");
        OldestSecond = oldest == 0 ? null : oldest;
    }

    /// <summary>Rows that were put since the last move; one put twice counts twice.</summary>
    public long Rows { get; private set; }

    /// <summary>The start of the oldest one-second candle that waits to be moved.</summary>
    public long? OldestSecond { get; private set; }

    public void Begin() => _begin.Run();

    public void Commit() => _commit.Run();

    /// <summary>Ends the transaction without its rows; some errors have ended it already.</summary>
    public void RollBack()
    {
        if (!_link.IsIdle) _link.Execute("ROLLBACK");
    }

    public void Put(in StoredCandle stored)
    {
        ref readonly var candle = ref stored.Candle;
        var start = candle.Start.UnixSeconds;
        _put.Bind(1, candle.Seconds);
        _put.Bind(2, start);
        _put.Bind(3, (long)stored.Segment);
        _put.Bind(4, stored.Token);
        _put.Bind(5, candle.Open.Scaled);
        _put.Bind(6, candle.High.Scaled);
        _put.Bind(7, candle.Low.Scaled);
        _put.Bind(8, candle.Close.Scaled);
        _put.Bind(9, candle.Volume);
        _put.Bind(10, candle.Ticks);
        _put.Bind(11, candle.Gaps);
        _put.Bind(12, (long)candle.Quality);
        _put.Run();
        Rows++;
        if (candle.Seconds == Timeframe.Second.Seconds && !(start >= OldestSecond)) OldestSecond = start;
    }

    /// <summary>Moves all rows to their series, in one transaction: a kill in its middle moves none.</summary>
    public void MoveAll()
    {
        try
        {
            _begin.Run();
            _link.Execute(Move);
            _commit.Run();
        }
        catch
        {
            RollBack();
            throw;
        }

        Rows = 0;
        OldestSecond = null;
    }

    /// <summary>Moves what a killed desk left, before anything else is written.</summary>
    public static void MoveLeft(SqliteLink link)
    {
        if (link.ReadText("SELECT 1 FROM candles_hot LIMIT 1") is not null) link.Execute($"BEGIN IMMEDIATE; {Move} COMMIT;");
    }

    public void Dispose()
    {
        _put.Dispose();
        _begin.Dispose();
        _commit.Dispose();
    }
}
