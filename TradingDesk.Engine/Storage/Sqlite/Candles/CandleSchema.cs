namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>The tables of a candle store.</summary>
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
        """);
}
