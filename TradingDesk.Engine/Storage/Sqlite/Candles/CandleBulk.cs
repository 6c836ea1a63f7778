namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>
/// Writes many candles at once, before the writer runs; fastest when they come in the order of the tables' keys. One transaction:
/// half a history, left by a kill, would look like a whole one to the next start, which goes on after the newest candle.
/// </summary>
internal static class CandleBulk
{
    /// <summary>Writes all candles that are not there yet, or none and says why; a filled one never replaces a recorded one.</summary>
    public static bool TryWrite(CandleStore store, IEnumerable<StoredCandle> candles, out long rows, out string refusal)
    {
        rows = 0;
        refusal = "";
        try
        {
            using var link = store.OpenPatientWriter();
            link.Execute("PRAGMA wal_autocheckpoint = 16384; PRAGMA cache_size = -32768;");
            using var upserts = new CandleUpserts(link, keepsRows: true);
            Write(upserts, candles);
            rows = link.ReadNumber("SELECT total_changes()");
            link.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            return true;
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            refusal = $"History could not be written to the candle store {store.Path}: {fault.Reason}.";
            return false;
        }
    }

    private static void Write(CandleUpserts upserts, IEnumerable<StoredCandle> candles)
    {
        upserts.Begin();
        try
        {
            foreach (var candle in candles) upserts.Put(candle);
            upserts.Commit();
        }
        catch
        {
            upserts.RollBack();
            throw;
        }
    }
}
