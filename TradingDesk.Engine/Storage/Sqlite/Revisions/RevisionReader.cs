using TradingDesk.Engine.Storage.Sqlite.Candles;

namespace TradingDesk.Engine.Storage.Sqlite.Revisions;

/// <summary>Answers what revised a candle store, on a connection for each question: they are rare. What it cannot read it throws as a
/// SqliteException.</summary>
internal sealed class RevisionReader(CandleStore store)
{
    /// <summary>The number of the newest revision, 0 before the first.</summary>
    public long Newest() => Read(RevisionTables.Newest);

    /// <summary>The newest revisions, newest first.</summary>
    public IReadOnlyList<StoredRevision> List(int most) => Read(link => RevisionTables.Read(link, most));

    /// <summary>Which series changed after a revision, and from which candle on: what was computed of later ones counts no more. Null
    /// from a store that never had that revision: it was computed of another one's candles.</summary>
    public IReadOnlyList<RevisedSeries>? Since(long revision) =>
        Read(link => RevisionTables.Newest(link) < revision ? null : RevisionTables.ReadSince(link, revision));

    /// <summary>What revisions did to the days of a series from one on to another.</summary>
    public IReadOnlyList<RevisedDay> Days(RevisionDay from, DateOnly to) => Read(link => RevisionTables.ReadDays(link, from, to));

    private T Read<T>(Func<SqliteLink, T> read)
    {
        using var link = store.OpenReader();
        return read(link);
    }
}
