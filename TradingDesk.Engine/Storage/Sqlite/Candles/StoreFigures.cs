using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>How much stands in a candle store's tables and how old it is; counting reads every page, so only a person asks.</summary>
internal sealed record StoreFigures
{
    public required long SchemaVersion { get; init; }

    public required IReadOnlyList<TableFigures> Tables { get; init; }

    /// <summary>Candles that were replaced and are kept beside.</summary>
    public required long Replaced { get; init; }

    /// <summary>Which instruments have minutes.</summary>
    public required IReadOnlyList<(Segment Segment, int Token)> Instruments { get; init; }

    public static StoreFigures Read(SqliteLink link) => new()
    {
        SchemaVersion = link.ReadNumber("PRAGMA user_version"),
        Tables = [Of(link, "candles_1s"), Of(link, "candles_tf"), Of(link, "candles_hot")],
        Replaced = link.ReadNumber("SELECT COUNT(*) FROM replaced_candles"),
        Instruments = [.. InstrumentsOf(link)],
    };

    private static TableFigures Of(SqliteLink link, string table)
    {
        using var select = link.Prepare($"SELECT COUNT(*), MIN(ts), MAX(ts) FROM {table}");
        select.Step();
        var rows = select.Number(0);
        return rows == 0
            ? new TableFigures(table, 0, null, null)
            : new TableFigures(table, rows, Instant.FromUnixSeconds(select.Number(1)), Instant.FromUnixSeconds(select.Number(2)));
    }

    private static IEnumerable<(Segment, int)> InstrumentsOf(SqliteLink link)
    {
        using var walk = new InstrumentWalk(link, "candles_tf");
        var (exchange, token) = (0L, 0L);
        while (walk.TryNext(ref exchange, ref token)) yield return ((Segment)exchange, (int)token);
    }
}
