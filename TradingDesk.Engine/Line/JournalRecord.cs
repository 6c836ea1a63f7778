using TradingDesk.Engine.Commands;

namespace TradingDesk.Engine.Line;

/// <summary>One fact of an earlier run, its instrument by this desk's table, and the command that caused it, if one did.</summary>
internal sealed record JournalRecord(DeskFact Fact, SubmittedCommand? Command);
