namespace TradingDesk.Engine.Line;

/// <summary>
/// A stretch of the journal on its way back into a starting desk. The tape keeps only where it stands and its chain's hash; a re-run
/// reads the rows from the journal again.
/// </summary>
internal sealed record JournalPage(long First, long Last, string Hash, IReadOnlyList<JournalRecord> Records);
