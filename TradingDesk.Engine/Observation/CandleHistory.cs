using TradingDesk.Engine.Observation.Indicators;

namespace TradingDesk.Engine.Observation;

/// <summary>Closed candles, oldest first, and per candle the value of each column, null until ready.</summary>
public sealed record CandleHistory(
    IReadOnlyList<IndicatorColumn> Columns, IReadOnlyList<CandleView> Candles, IReadOnlyList<IReadOnlyList<double?>> Values)
{
    public static CandleHistory Empty { get; } = new([], [], []);
}
