using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation;

/// <summary>A candle as pages show it; Start is its first moment. Quality is empty or names what is unusual, such as `gap`.</summary>
public sealed record CandleView(Instant Start, Price Open, Price High, Price Low, Price Close, long Volume, int Ticks, string Quality);
