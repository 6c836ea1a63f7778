using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line;

/// <summary>What became of a command: the kind of the fact that says so, and why not, if it was refused.</summary>
internal sealed record CommandAnswer(long Command, FactKind Kind, RefusalCode Refusal);
