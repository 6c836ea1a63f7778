using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>The writer's connection with its prepared statements; made anew after an error that it may not survive.</summary>
internal sealed class CandleSession(SqliteLink link) : IDisposable
{
    /// <summary>Some 150 ms of moving, during which candles wait.</summary>
    public const long HotRowsMost = 100_000;

    /// <summary>A series' seconds are found by one seek each: this many take 3 ms.</summary>
    public const long HotSecondsMost = 900;

    private readonly HotWrites _hot = new(link);
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

    /// <summary>
    /// Folds the log into a file that lost its name, so that the log at the old name is empty: a file that has the name now would get
    /// the old one's pages from it, whatever it holds. A reader that holds the log makes it a lock to wait for.
    /// </summary>
    public void GiveUpLog()
    {
        if (link.ReadNumber("PRAGMA wal_checkpoint(TRUNCATE)") != 0)
            throw new SqliteException("A reader holds the log of a file that is gone.", raw.SQLITE_BUSY);
    }

    public void WaitWhenBusy(int milliseconds) => link.WaitWhenBusy(milliseconds);

    /// <summary>Writes the oldest candles of the backlog in one transaction: all of them or none.</summary>
    public void Write(CandleBacklog backlog, int count)
    {
        _hot.Begin();
        try
        {
            for (var place = 0; place < count; place++) _hot.Put(backlog[place]);
            _hot.Commit();
        }
        catch
        {
            _hot.RollBack();
            throw;
        }
    }

    /// <summary>Moves the newest candles to their series when they are many, or when finding one among them takes too many seeks.</summary>
    public void MoveWhenMany(long newestSecond)
    {
        if (_hot.Rows >= HotRowsMost || newestSecond - _hot.OldestSecond >= HotSecondsMost) _hot.MoveAll();
    }

    /// <summary>Moves all of the newest candles to their series.</summary>
    public void MoveAll()
    {
        if (_hot.Rows > 0) _hot.MoveAll();
    }

    /// <inheritdoc cref="CandleTrim.TrimSlice"/>
    public int? TrimSlice(long cutoffSecond) => _trim.TrimSlice(cutoffSecond);

    public void Dispose()
    {
        _hot.Dispose();
        _trim.Dispose();
        link.Dispose();
    }
}
