using System.Globalization;

namespace TradingDesk.Engine.Storage.Sqlite;

/// <summary>The numbered steps that bring a candle store's file to the form this desk writes.</summary>
internal static class CandleSchema
{
    /// <summary>`TDCS` in the file's header: tells a candle store from another program's database.</summary>
    private const long ApplicationId = 0x54444353;

    private const string Columns = """
        open INTEGER NOT NULL, high INTEGER NOT NULL, low INTEGER NOT NULL, close INTEGER NOT NULL, volume INTEGER NOT NULL,
        ticks INTEGER NOT NULL, gaps INTEGER NOT NULL, quality INTEGER NOT NULL
        """;

    /// <summary>Step N brings version N to N + 1; a step that was released is never changed.</summary>
    private static readonly string[] _steps =
    [
        $"""
        CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE candles_1s (exchange INTEGER NOT NULL, token INTEGER NOT NULL, ts INTEGER NOT NULL, {Columns},
            PRIMARY KEY (exchange, token, ts)) WITHOUT ROWID;
        CREATE TABLE candles_tf (exchange INTEGER NOT NULL, token INTEGER NOT NULL, tf INTEGER NOT NULL, ts INTEGER NOT NULL, {Columns},
            PRIMARY KEY (exchange, token, tf, ts)) WITHOUT ROWID;
        PRAGMA application_id = 1413759827;
        """,
    ];

    /// <summary>The version this desk writes.</summary>
    public static int Version => _steps.Length;

    public static string NameOf(CandleWorld world) => world == CandleWorld.Simulated ? "simulated" : "market";

    /// <summary>Says in a sentence why this desk must not write to the file, or null; changes nothing.</summary>
    public static string? Refuse(SqliteLink link, string path, CandleWorld world)
    {
        var version = ReadVersion(link);
        var isOurs = link.ReadNumber("PRAGMA application_id") == ApplicationId;
        if (!isOurs && (version != 0 || link.ReadNumber("SELECT COUNT(*) FROM sqlite_master") != 0))
            return $"The file {path} is another program's database, not a candle store.";
        if (version > Version)
        {
            return string.Create(CultureInfo.InvariantCulture,
                $"The candle store {path} has schema version {version}, and this desk knows versions up to {Version}: use a newer desk.");
        }

        var found = version == 0 ? NameOf(world) : link.ReadText("SELECT value FROM meta WHERE key = 'world'");
        if (found == NameOf(world)) return null;
        return $"The file {path} holds {found ?? "unnamed"} candles, and this desk writes {NameOf(world)} candles: " +
               "simulated and real never mix.";
    }

    private static long ReadVersion(SqliteLink link) => link.ReadNumber("PRAGMA user_version");

    /// <summary>Brings the file up to date. Each step is one transaction, and reads the version inside it: two desks starting at once
    /// do not do it twice.</summary>
    public static void Upgrade(SqliteLink link, CandleWorld world)
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

    private static bool UpgradeOnce(SqliteLink link, CandleWorld world)
    {
        var version = (int)ReadVersion(link);
        if (version >= Version) return false;
        link.Execute(_steps[version]);
        if (version == 0) link.Execute($"INSERT INTO meta (key, value) VALUES ('world', '{NameOf(world)}')");
        link.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version + 1}"));
        return version + 1 < Version;
    }
}
