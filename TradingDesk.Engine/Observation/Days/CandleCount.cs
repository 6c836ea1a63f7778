using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Days;

/// <summary>How many candles of a timeframe a day has.</summary>
public sealed record CandleCount(Timeframe Timeframe, int Candles);
