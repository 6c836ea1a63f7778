namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>The writer's connection with its prepared statements; made anew after an error that it may not survive.</summary>
internal sealed class CandleSession(SqliteLink link) : IDisposable
{
    private readonly CandleUpserts _upserts = new(link);
    private readonly CandleTrim _trim = new(link);

    /// <inheritdoc cref="SqliteLink.IsFileThere"/>
    public bool IsFileThere => link.IsFileThere;

    /// <summary>
    /// Folds the log of writes into the file when it has grown large: SQLite's own folding copies it but never makes it shorter, and
    /// begins it anew only in a moment without any reader. One that keeps reading is waited for as long as for a lock, then left alone.
    /// </summary>
    public void FoldLargeLog(long bytesMost)
    {
        if (link.LogBytes > bytesMost) link.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public void WaitWhenBusy(int milliseconds) => link.WaitWhenBusy(milliseconds);

    /// <summary>Writes the oldest candles of the backlog in one transaction: all of them or none.</summary>
    public void Write(CandleBacklog backlog, int count)
    {
        _upserts.Begin();
        try
        {
            for (var place = 0; place < count; place++) _upserts.Put(backlog[place]);
            _upserts.Commit();
        }
        catch
        {
            _upserts.RollBack();
            throw;
        }
    }

    /// <inheritdoc cref="CandleTrim.TrimSlice"/>
    public int? TrimSlice(long cutoffSecond) => _trim.TrimSlice(cutoffSecond);

    public void Dispose()
    {
        _upserts.Dispose();
        _trim.Dispose();
        link.Dispose();
    }
}
