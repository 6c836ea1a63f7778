using System.Globalization;

namespace TradingDesk.Engine.Storage.Sqlite;

/// <summary>
/// The numbered steps that bring one kind of SQLite file to the form this desk writes, and what such a file and its rows are called.
/// Step N brings version N to N + 1; a step that was released is never changed.
/// </summary>
/// <param name="applicationId">Four letters in the file's header: tell this kind of file from another and from another program's.</param>
/// <param name="article">The name's: a or an.</param>
/// <param name="name">What the file is called in sentences.</param>
/// <param name="rows">What it holds, as a plural.</param>
/// <param name="steps">SQL without transactions.</param>
internal sealed class StoreSchema(int applicationId, string article, string name, string rows, params string[] steps)
{
    /// <summary>The version this desk writes.</summary>
    public int Version => steps.Length;

    /// <summary>Readies a new connection for writing. A file this desk must not write to throws its sentence as an InvalidDataException
    /// before anything is changed, so that a refused file keeps every byte.</summary>
    public void MakeReady(SqliteLink link, string path, CandleWorld world)
    {
        if (Refuse(link, path, world) is { } refusal) throw new InvalidDataException(refusal);
        link.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
        Upgrade(link, world);
    }

    /// <summary>Says in a sentence why this desk must not write to the file, or null; changes nothing.</summary>
    public string? Refuse(SqliteLink link, string path, CandleWorld world)
    {
        var version = ReadVersion(link);
        var isOurs = link.ReadNumber("PRAGMA application_id") == applicationId;
        if (!isOurs && (version != 0 || link.ReadNumber("SELECT COUNT(*) FROM sqlite_master") != 0))
            return $"The file {path} is another program's database, not {article} {name}.";
        if (version > Version)
        {
            return string.Create(CultureInfo.InvariantCulture,
                $"The {name} {path} has schema version {version}, and this desk knows versions up to {Version}: use a newer desk.");
        }

        var found = version == 0 ? NameOf(world) : link.ReadText("SELECT value FROM meta WHERE key = 'world'");
        if (found == NameOf(world)) return null;
        return $"The file {path} holds {found ?? "unnamed"} {rows}, and this desk writes {NameOf(world)} {rows}: " +
               "simulated and real never mix.";
    }

    private static string NameOf(CandleWorld world) => world switch
    {
        CandleWorld.Simulated => "simulated",
        CandleWorld.Market => "market",
        _ => "every",
    };

    private static long ReadVersion(SqliteLink link) => link.ReadNumber("PRAGMA user_version");

    /// <summary>Brings the file up to date. Each step is one transaction, and reads the version inside it: two desks starting at once
    /// do not do it twice.</summary>
    private void Upgrade(SqliteLink link, CandleWorld world)
    {
        for (var more = ReadVersion(link) < Version; more;)
        {
            link.Execute("BEGIN IMMEDIATE");
            try
            {
                more = UpgradeOnce(link, world);
                link.Execute("COMMIT");
            }
            catch
            {
                if (!link.IsIdle) link.Execute("ROLLBACK");
                throw;
            }
        }
    }

    private bool UpgradeOnce(SqliteLink link, CandleWorld world)
    {
        var version = (int)ReadVersion(link);
        if (version >= Version) return false;
        if (version == 0) Name(link, world);
        link.Execute(steps[version]);
        link.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version + 1}"));
        return version + 1 < Version;
    }

    /// <summary>Every kind of file says what it is and which world's it is.</summary>
    private void Name(SqliteLink link, CandleWorld world) => link.Execute(string.Create(CultureInfo.InvariantCulture, $"""
        CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        INSERT INTO meta (key, value) VALUES ('world', '{NameOf(world)}');
        PRAGMA application_id = {applicationId};
        """));
}
