using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Indicators;

/// <summary>The tables of an indicator store and the statements on them; transactions are the caller's.</summary>
internal static class IndicatorTables
{
    /// <summary>Snapshots kept; older ones are deleted with the transaction that adds a newer one.</summary>
    public const int SnapshotsMost = 10;

    /// <summary>`TDIS` in the header. The large column stands last: reading those before it touches none of its pages.</summary>
    public static StoreSchema Form { get; } = new(0x54444953, "an", "indicator store", "indicators",
        """
        CREATE TABLE indicator_versions (version INTEGER PRIMARY KEY, list TEXT NOT NULL, principal TEXT NOT NULL, at INTEGER NOT NULL,
            note TEXT NOT NULL);
        CREATE TABLE indicator_snapshots (id INTEGER PRIMARY KEY AUTOINCREMENT, format INTEGER NOT NULL, market_time INTEGER NOT NULL,
            written_at INTEGER NOT NULL, list_version INTEGER NOT NULL, state_hash TEXT NOT NULL, bytes BLOB NOT NULL);
        """);

    public static List<StoredVersion> ReadVersions(SqliteLink link, int most)
    {
        using var select = link.Prepare(
            "SELECT version, list, principal, at, note FROM indicator_versions ORDER BY version DESC LIMIT ?1");
        select.Bind(1, most);
        var versions = new List<StoredVersion>();
        while (select.Step())
        {
            versions.Add(new StoredVersion(
                Small(select, 0), select.Text(1), select.Text(2), new Instant(select.Number(3)), select.Text(4)));
        }

        return versions;
    }

    /// <summary>False when the number is there already.</summary>
    public static bool Add(SqliteLink link, StoredVersion version)
    {
        using var insert = link.Prepare("""
            INSERT INTO indicator_versions (version, list, principal, at, note) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (version) DO NOTHING
            """);
        insert.Bind(1, version.Version);
        insert.Bind(2, version.Text);
        insert.Bind(3, version.Principal);
        insert.Bind(4, version.At.Nanos);
        insert.Bind(5, version.Note);
        insert.Run();
        return link.RowsChanged == 1;
    }

    public static void Withdraw(SqliteLink link, int version)
    {
        using var delete = link.Prepare("DELETE FROM indicator_versions WHERE version = ?1");
        delete.Bind(1, version);
        delete.Run();
    }

    public static void Keep(SqliteLink link, StoredSnapshot snapshot)
    {
        using var insert = link.Prepare("""
            INSERT INTO indicator_snapshots (format, market_time, written_at, list_version, state_hash, bytes)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """);
        insert.Bind(1, snapshot.Format);
        insert.Bind(2, snapshot.MarketTime.Nanos);
        insert.Bind(3, snapshot.WrittenAt.Nanos);
        insert.Bind(4, snapshot.ListVersion);
        insert.Bind(5, snapshot.ComputeStateHash());
        insert.Bind(6, snapshot.Bytes.Span);
        insert.Run();
        link.Execute(string.Create(CultureInfo.InvariantCulture, $"""
            DELETE FROM indicator_snapshots
            WHERE id <= (SELECT id FROM indicator_snapshots ORDER BY id DESC LIMIT 1 OFFSET {SnapshotsMost})
            """));
    }

    public static List<SnapshotHead> ReadHeads(SqliteLink link)
    {
        using var select = link.Prepare("""
            SELECT id, format, market_time, written_at, list_version, length(bytes), state_hash
            FROM indicator_snapshots ORDER BY id DESC
            """);
        var heads = new List<SnapshotHead>();
        while (select.Step())
        {
            heads.Add(new SnapshotHead(select.Number(0), Small(select, 1), new Instant(select.Number(2)), new Instant(select.Number(3)),
                Small(select, 4), select.Number(5), select.Text(6)));
        }

        return heads;
    }

    /// <summary>The snapshot with its hash looked at, or null when it is not there any more.</summary>
    public static StoredSnapshot? ReadSnapshot(SqliteLink link, long id)
    {
        using var select = link.Prepare("""
            SELECT format, market_time, written_at, list_version, bytes, state_hash FROM indicator_snapshots WHERE id = ?1
            """);
        select.Bind(1, id);
        if (!select.Step()) return null;
        var snapshot = new StoredSnapshot(
            Small(select, 0), new Instant(select.Number(1)), new Instant(select.Number(2)), Small(select, 3), select.Bytes(4));
        return snapshot with { IsWhole = select.Text(5) == snapshot.ComputeStateHash() };
    }

    public static void ForgetSnapshots(SqliteLink link) => link.Execute("DELETE FROM indicator_snapshots");

    /// <summary>Damage may have made the number any: it must be read as something, for the hash to tell.</summary>
    private static int Small(SqliteStatement row, int column) => unchecked((int)row.Number(column));
}
