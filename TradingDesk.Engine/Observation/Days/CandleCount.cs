namespace TradingDesk.Engine.Observation.Days;

/// <summary>How many candles of a timeframe, such as `5m`, a day has.</summary>
public sealed record CandleCount(string Timeframe, int Candles);
