using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market;

/// <summary>A candle that just closed, and on which rung.</summary>
internal readonly record struct ClosedRung(int Rung, Candle Candle);
