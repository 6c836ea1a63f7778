using TradingDesk.Engine.Commands;

namespace TradingDesk.Engine.Line;

/// <summary>
/// A stretch of the journal on its way back into a starting desk. The tape keeps only where it stands and its chain's hash; a re-run
/// reads the rows from the journal again.
/// </summary>
internal sealed record JournalPage(long First, long Last, string Hash, IReadOnlyList<JournalRecord> Records);

/// <summary>One fact of an earlier run, its instrument by this desk's table, and the command that caused it, if one did.</summary>
internal sealed record JournalRecord(DeskFact Fact, SubmittedCommand? Command);
