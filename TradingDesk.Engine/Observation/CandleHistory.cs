namespace TradingDesk.Engine.Observation;

/// <summary>Closed candles, oldest first, and per candle the value of each column in the layout's order, null until ready.</summary>
public sealed record CandleHistory(IReadOnlyList<CandleView> Candles, IReadOnlyList<IReadOnlyList<double?>> Values)
{
    public static CandleHistory Empty { get; } = new([], []);
}
