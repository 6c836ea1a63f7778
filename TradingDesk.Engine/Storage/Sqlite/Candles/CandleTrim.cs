namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>Deletes 1 s candles from before a cutoff, a small slice at a time, one instrument after the other.</summary>
internal sealed class CandleTrim(SqliteLink link) : IDisposable
{
    /// <summary>There is at most one row a second, so a slice deletes at most this many rows.</summary>
    public const int SliceSeconds = 1_000;

    private readonly InstrumentWalk _walk = new(link, "candles_1s");
    private readonly SqliteStatement _oldest = link.Prepare("SELECT MIN(ts) FROM candles_1s WHERE exchange = ?1 AND token = ?2");
    private readonly SqliteStatement _delete = link.Prepare("DELETE FROM candles_1s WHERE exchange = ?1 AND token = ?2 AND ts < ?3");

    private long _exchange;
    private long _token;
    private bool _isAtInstrument;

    /// <summary>Deletes one slice and gives its rows; null when the last instrument is done and the next call begins anew.</summary>
    public int? TrimSlice(long cutoffSecond)
    {
        if (!_isAtInstrument && !_walk.TryNext(ref _exchange, ref _token))
        {
            _exchange = 0;
            _token = 0;
            return null;
        }

        // A slice that fails is tried again, not passed over.
        _isAtInstrument = true;
        var oldest = Oldest();
        var rows = oldest < cutoffSecond ? Delete(Math.Min(cutoffSecond, oldest.Value + SliceSeconds)) : 0;
        _isAtInstrument = oldest + SliceSeconds < cutoffSecond;
        return rows;
    }

    public void Dispose()
    {
        _walk.Dispose();
        _oldest.Dispose();
        _delete.Dispose();
    }

    private long? Oldest()
    {
        _oldest.Bind(1, _exchange);
        _oldest.Bind(2, _token);
        _oldest.Step();
        long? oldest = _oldest.IsNull(0) ? null : _oldest.Number(0);
        _oldest.Reset();
        return oldest;
    }

    private int Delete(long beforeSecond)
    {
        _delete.Bind(1, _exchange);
        _delete.Bind(2, _token);
        _delete.Bind(3, beforeSecond);
        _delete.Run();
        return link.RowsChanged;
    }
}
