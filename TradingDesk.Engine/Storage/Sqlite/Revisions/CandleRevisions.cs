using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Candles;

namespace TradingDesk.Engine.Storage.Sqlite.Revisions;

/// <summary>
/// The one way into a candle store for candles that the running engine did not build: imports, refills, recovered gaps, simulated pasts.
/// Each entry is one numbered revision, and one transaction: half a history, left by a kill, would look like a whole one to the next
/// start, which goes on after the newest candle. Fastest when candles come in the order of the tables' keys.
/// </summary>
internal static class CandleRevisions
{
    /// <summary>Enters all candles or none and says why. What the store has already with the same values is no change, and entering
    /// nothing but that makes no revision.</summary>
    public static bool TryEnter(CandleStore store, RevisionNote note, RevisionRule rule, IEnumerable<StoredCandle> candles,
        out RevisionOutcome outcome, out string refusal)
    {
        outcome = new RevisionOutcome();
        refusal = "";
        try
        {
            using var link = store.OpenPatientWriter();
            link.Execute("PRAGMA wal_autocheckpoint = 16384; PRAGMA cache_size = -32768;");
            outcome = Enter(link, note, rule, candles);
            // A reader that does not let go is no fault: the log is folded later.
            link.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            return true;
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            refusal = $"Candles could not be entered into the store {store.Path}: {fault.Reason}.";
            return false;
        }
    }

    private static RevisionOutcome Enter(SqliteLink link, RevisionNote note, RevisionRule rule, IEnumerable<StoredCandle> candles)
    {
        link.Execute("BEGIN IMMEDIATE");
        try
        {
            // What the running engine told stands among the newest: the rules must see it.
            link.Execute(HotWrites.Move);
            // Numbers are given once, also when a renewed market forgot the revisions that had them.
            var number = link.ReadNumber("SELECT seq FROM sqlite_sequence WHERE name = 'revisions'") + 1;
            using var seconds = new RevisedTable(link, "candles_1s", isSeconds: true, number, rule);
            using var timeframes = new RevisedTable(link, "candles_tf", isSeconds: false, number, rule);
            var tally = new RevisionTally();
            foreach (var candle in candles)
                tally.Count(candle, (candle.Candle.Seconds == 1 ? seconds : timeframes).Put(candle));
            var outcome = tally.Outcome(number);
            if (outcome.Number is not null) RevisionTables.Write(link, number, note, tally);
            link.Execute("COMMIT");
            return outcome;
        }
        catch
        {
            if (!link.IsIdle) link.Execute("ROLLBACK");
            throw;
        }
    }
}
