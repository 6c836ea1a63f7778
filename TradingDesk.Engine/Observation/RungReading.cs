namespace TradingDesk.Engine.Observation;

/// <summary>The forming candle and the indicators as if it closed now; a value is null until its indicator is ready.</summary>
public sealed record RungReading(CandleView Forming, IReadOnlyList<double?> Peeked);
