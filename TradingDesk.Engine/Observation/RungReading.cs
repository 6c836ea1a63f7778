using TradingDesk.Engine.Observation.Indicators;

namespace TradingDesk.Engine.Observation;

/// <summary>
/// One instrument on one timeframe: the forming candle if there is one, and per column the value as if it closed now and the value at
/// the last close, both null until their indicator is ready.
/// </summary>
public sealed record RungReading(
    CandleView? Forming, IReadOnlyList<IndicatorColumn> Columns, IReadOnlyList<double?> Peeked, IReadOnlyList<double?> Confirmed)
{
    /// <summary>Closed candles its indicators have seen.</summary>
    public int Candles { get; init; }
}
