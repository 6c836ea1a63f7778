using TradingDesk.Engine.Primitives.Safety;

namespace TradingDesk.Engine.Hosting.Operating;

/// <summary>What a kill switch has made of an order, by its number, or of a position, by its product.</summary>
internal sealed record OperatorKilled(string Account, string What, string Symbol, long Units, KillOutcome Outcome, string Sentence);
