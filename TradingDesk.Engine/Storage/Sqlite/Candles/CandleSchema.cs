namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>
/// The tables of a candle store. A candle's revision is the one that wrote it, 0 when the running engine did; a day is midnight in India in
/// seconds since 1970 UTC.
/// </summary>
internal static class CandleSchema
{
    private const string Columns = """
        open INTEGER NOT NULL, high INTEGER NOT NULL, low INTEGER NOT NULL, close INTEGER NOT NULL, volume INTEGER NOT NULL,
        ticks INTEGER NOT NULL, gaps INTEGER NOT NULL, quality INTEGER NOT NULL
        """;

    /// <summary>`TDCS` in the header.</summary>
    public static StoreSchema Form { get; } = new(0x54444353, "a", "candle store", "candles",
        $"""
        CREATE TABLE candles_1s (exchange INTEGER NOT NULL, token INTEGER NOT NULL, ts INTEGER NOT NULL, {Columns},
            PRIMARY KEY (exchange, token, ts)) WITHOUT ROWID;
        CREATE TABLE candles_tf (exchange INTEGER NOT NULL, token INTEGER NOT NULL, tf INTEGER NOT NULL, ts INTEGER NOT NULL, {Columns},
            PRIMARY KEY (exchange, token, tf, ts)) WITHOUT ROWID;
        """,
        $"""
        CREATE TABLE candles_hot (tf INTEGER NOT NULL, ts INTEGER NOT NULL, exchange INTEGER NOT NULL, token INTEGER NOT NULL, {Columns},
            PRIMARY KEY (tf, ts, exchange, token)) WITHOUT ROWID;
        """,
        $"""
        ALTER TABLE candles_1s ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE candles_tf ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE revisions (number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, source TEXT NOT NULL, hash TEXT NOT NULL,
            reason TEXT NOT NULL, principal TEXT NOT NULL, added INTEGER NOT NULL, replaced INTEGER NOT NULL,
            earliest INTEGER NOT NULL, latest INTEGER NOT NULL);
        CREATE TABLE revision_days (exchange INTEGER NOT NULL, token INTEGER NOT NULL, tf INTEGER NOT NULL, day INTEGER NOT NULL,
            revision INTEGER NOT NULL, added INTEGER NOT NULL, replaced INTEGER NOT NULL, earliest INTEGER NOT NULL,
            duplicates INTEGER NOT NULL, outside INTEGER NOT NULL, PRIMARY KEY (exchange, token, tf, day, revision)) WITHOUT ROWID;
        CREATE TABLE replaced_candles (exchange INTEGER NOT NULL, token INTEGER NOT NULL, tf INTEGER NOT NULL, ts INTEGER NOT NULL,
            replaced_by INTEGER NOT NULL, {Columns}, revision INTEGER NOT NULL,
            PRIMARY KEY (exchange, token, tf, ts, replaced_by)) WITHOUT ROWID;
        """);
}
