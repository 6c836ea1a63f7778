using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Parts;

/// <summary>Wilder's true range: how far a candle reached, the step from the close before it counted in.</summary>
internal static class TrueRange
{
    public static double Of(in CandleValues candle, double previousClose) =>
        Math.Max(candle.High, previousClose) - Math.Min(candle.Low, previousClose);
}
