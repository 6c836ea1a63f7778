using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>Deletes candles of a minute and longer that are older than they are kept, before the desk runs: a series at a time, by its
/// key.</summary>
internal static class OldCandles
{
    /// <summary>Deletes what starts before the cutoff, the replaced values too; false with a sentence when it cannot.</summary>
    public static bool TryDelete(CandleStore store, Instant cutoff, out long rows, out string refusal)
    {
        (rows, refusal) = (0, "");
        try
        {
            using var link = store.OpenPatientWriter();
            rows = Delete(link, "candles_tf", cutoff.UnixSeconds);
            Delete(link, "replaced_candles", cutoff.UnixSeconds);
            return true;
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            refusal = $"Old candles cannot be deleted from the store {store.Path}: {fault.Reason}.";
            return false;
        }
    }

    private static long Delete(SqliteLink link, string table, long cutoff)
    {
        using var walk = new InstrumentWalk(link, table);
        using var next = link.Prepare($"SELECT MIN(tf) FROM {table} WHERE exchange = ?1 AND token = ?2 AND tf > ?3");
        using var delete = link.Prepare($"DELETE FROM {table} WHERE exchange = ?1 AND token = ?2 AND tf = ?3 AND ts < ?4");
        var (exchange, token, rows) = (0L, 0L, 0L);
        while (walk.TryNext(ref exchange, ref token))
        {
            for (var timeframe = Next(next, exchange, token, 0); timeframe > 0; timeframe = Next(next, exchange, token, timeframe))
            {
                Bind(delete, exchange, token, timeframe);
                delete.Bind(4, cutoff);
                delete.Run();
                rows += link.RowsChanged;
            }
        }

        return rows;
    }

    /// <summary>The timeframe after that one, 0 without one.</summary>
    private static long Next(SqliteStatement next, long exchange, long token, long timeframe)
    {
        Bind(next, exchange, token, timeframe);
        next.Step();
        var found = next.Number(0);
        next.Reset();
        return found;
    }

    private static void Bind(SqliteStatement statement, long exchange, long token, long timeframe)
    {
        statement.Bind(1, exchange);
        statement.Bind(2, token);
        statement.Bind(3, timeframe);
    }
}
