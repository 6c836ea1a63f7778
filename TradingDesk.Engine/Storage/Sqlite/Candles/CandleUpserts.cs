using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>The prepared statements that put the running engine's candles into a store; a row that is there already is
/// replaced.</summary>
internal sealed class CandleUpserts(SqliteLink link) : IDisposable
{
    private readonly SqliteStatement _seconds = link.Prepare(
        """
        INSERT OR REPLACE INTO candles_1s
            (exchange, token, ts, open, high, low, close, volume, ticks, gaps, quality)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        """);

    private readonly SqliteStatement _timeframes = link.Prepare(
        """
        INSERT OR REPLACE INTO candles_tf
            (exchange, token, ts, open, high, low, close, volume, ticks, gaps, quality, tf)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        """);

    private readonly SqliteStatement _begin = link.Prepare("BEGIN IMMEDIATE");
    private readonly SqliteStatement _commit = link.Prepare("COMMIT");

    public void Begin() => _begin.Run();

    public void Commit() => _commit.Run();

    /// <summary>Ends the transaction without its rows; some errors have ended it already.</summary>
    public void RollBack()
    {
        if (!link.IsIdle) link.Execute("ROLLBACK");
    }

    public void Put(in StoredCandle stored)
    {
        ref readonly var candle = ref stored.Candle;
        var isSecond = candle.Seconds == 1;
        var row = isSecond ? _seconds : _timeframes;
        row.Bind(1, (long)stored.Segment);
        row.Bind(2, stored.Token);
        row.Bind(3, candle.Start.UnixSeconds);
        row.Bind(4, candle.Open.Scaled);
        row.Bind(5, candle.High.Scaled);
        row.Bind(6, candle.Low.Scaled);
        row.Bind(7, candle.Close.Scaled);
        row.Bind(8, candle.Volume);
        row.Bind(9, candle.Ticks);
        row.Bind(10, candle.Gaps);
        row.Bind(11, (long)candle.Quality);
        if (!isSecond) row.Bind(12, candle.Seconds);
        row.Run();
    }

    public void Dispose()
    {
        _seconds.Dispose();
        _timeframes.Dispose();
        _begin.Dispose();
        _commit.Dispose();
    }
}
