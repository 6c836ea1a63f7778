using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Risk;

/// <summary>What is at stake in the worst case: in one instrument, in its underlying, in all, and in all one way less the other.</summary>
internal readonly record struct ExposureSums(Money Position, Money Underlying, Money Gross, Money Net);
