using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Accounts;

/// <summary>What an account's day had brought at a moment, after charges.</summary>
public readonly record struct EquityPoint(Instant At, Money Net);
