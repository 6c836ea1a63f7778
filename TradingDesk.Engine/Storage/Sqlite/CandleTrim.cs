namespace TradingDesk.Engine.Storage.Sqlite;

/// <summary>Deletes 1 s candles from before a cutoff, a small slice at a time, one instrument after the other.</summary>
internal sealed class CandleTrim(SqliteLink link) : IDisposable
{
    /// <summary>At most one row a second, so a slice deletes at most this many rows.</summary>
    private const long SliceSeconds = 1_000;

    private readonly SqliteStatement _next = link.Prepare(
        "SELECT exchange, token, ts FROM candles_1s WHERE (exchange, token) > (?1, ?2) ORDER BY exchange, token, ts LIMIT 1");

    private readonly SqliteStatement _delete = link.Prepare("DELETE FROM candles_1s WHERE exchange = ?1 AND token = ?2 AND ts < ?3");

    private long _exchange;
    private long _token;

    /// <summary>Deletes one slice of the next instrument; false when the last instrument is done and the next call begins anew.</summary>
    public bool TrimSlice(long cutoffSecond)
    {
        _next.Bind(1, _exchange);
        _next.Bind(2, _token);
        if (!_next.Step())
        {
            _exchange = 0;
            _token = 0;
            return false;
        }

        var (exchange, token, oldest) = (_next.Number(0), _next.Number(1), _next.Number(2));
        _next.Reset();
        if (oldest < cutoffSecond) Delete(exchange, token, Math.Min(cutoffSecond, oldest + SliceSeconds));
        if (oldest + SliceSeconds >= cutoffSecond) (_exchange, _token) = (exchange, token);
        return true;
    }

    public void Dispose()
    {
        _next.Dispose();
        _delete.Dispose();
    }

    private void Delete(long exchange, long token, long before)
    {
        _delete.Bind(1, exchange);
        _delete.Bind(2, token);
        _delete.Bind(3, before);
        _delete.Run();
    }
}
