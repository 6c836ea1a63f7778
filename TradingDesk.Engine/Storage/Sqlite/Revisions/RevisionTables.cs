using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Revisions;

/// <summary>The statements on the tables of revisions; transactions are the caller's.</summary>
internal static class RevisionTables
{
    public static void Write(SqliteLink link, long number, RevisionNote note, RevisionTally tally)
    {
        var outcome = tally.Outcome(number);
        using var insert = link.Prepare("INSERT INTO revisions VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
        insert.Bind(1, number);
        insert.Bind(2, note.At.Nanos);
        insert.Bind(3, note.Source);
        insert.Bind(4, note.Hash);
        insert.Bind(5, note.Reason);
        insert.Bind(6, note.Principal);
        insert.Bind(7, outcome.Added);
        insert.Bind(8, outcome.Replaced);
        insert.Bind(9, tally.Earliest);
        insert.Bind(10, tally.Latest);
        insert.Run();
        using var days = link.Prepare("""
            INSERT INTO revision_days (exchange, token, tf, day, revision, added, replaced, earliest, duplicates, outside)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            """);
        foreach (var (day, counts) in tally.Days)
            WriteDay(days, number, day, counts, note.Refuse.GetValueOrDefault(day));
    }

    public static List<StoredRevision> Read(SqliteLink link, int most)
    {
        using var select = link.Prepare("""
            SELECT number, at, source, hash, reason, principal, added, replaced, earliest, latest
            FROM revisions ORDER BY number DESC LIMIT ?1
            """);
        select.Bind(1, most);
        var revisions = new List<StoredRevision>();
        while (select.Step())
        {
            var at = new Instant(select.Number(1));
            revisions.Add(new StoredRevision(select.Number(0), at, select.Text(2), select.Text(3), select.Text(4), select.Text(5))
            {
                Added = select.Number(6),
                Replaced = select.Number(7),
                Earliest = Instant.FromUnixSeconds(select.Number(8)),
                Latest = Instant.FromUnixSeconds(select.Number(9)),
            });
        }

        return revisions;
    }

    /// <summary>The number of the newest revision, 0 before the first.</summary>
    public static long Newest(SqliteLink link) => link.ReadNumber("SELECT MAX(number) FROM revisions");

    public static List<RevisedSeries> ReadSince(SqliteLink link, long revision)
    {
        using var select = link.Prepare("""
            SELECT exchange, token, tf, MIN(earliest) FROM revision_days WHERE revision > ?1 GROUP BY exchange, token, tf
            """);
        select.Bind(1, revision);
        var series = new List<RevisedSeries>();
        while (select.Step())
        {
            series.Add(new RevisedSeries((Segment)select.Number(0), (int)select.Number(1), (int)select.Number(2),
                Instant.FromUnixSeconds(select.Number(3))));
        }

        return series;
    }

    public static List<RevisedDay> ReadDays(SqliteLink link, RevisionDay from, DateOnly to)
    {
        using var select = link.Prepare("""
            SELECT day, revision, added, replaced, duplicates, outside FROM revision_days
            WHERE exchange = ?1 AND token = ?2 AND tf = ?3 AND day >= ?4 AND day <= ?5 ORDER BY day, revision
            """);
        BindKey(select, from);
        select.Bind(5, Instant.FromIndiaMidnight(to).UnixSeconds);
        var days = new List<RevisedDay>();
        while (select.Step())
        {
            days.Add(new RevisedDay(Instant.FromUnixSeconds(select.Number(0)).IndiaDate, select.Number(1), select.Number(2),
                select.Number(3), new RevisionRefuse((int)select.Number(4), (int)select.Number(5))));
        }

        return days;
    }

    private static void WriteDay(
        SqliteStatement row, long number, RevisionDay day, RevisionTally.DayTally counts, RevisionRefuse refuse)
    {
        BindKey(row, day);
        row.Bind(5, number);
        row.Bind(6, counts.Added);
        row.Bind(7, counts.Replaced);
        row.Bind(8, counts.Earliest);
        row.Bind(9, refuse.Duplicates);
        row.Bind(10, refuse.Outside);
        row.Run();
    }

    private static void BindKey(SqliteStatement row, RevisionDay day)
    {
        row.Bind(1, (long)day.Segment);
        row.Bind(2, day.Token);
        row.Bind(3, day.TimeframeSeconds);
        row.Bind(4, Instant.FromIndiaMidnight(day.Date).UnixSeconds);
    }
}
