namespace TradingDesk.Engine.Strategies.Patterns;

/// <summary>A body that covers the whole body of the candle before it, the other way.</summary>
internal static class Engulfing
{
    /// <summary>
    /// Edges may be equal, for candles of one session mostly open where the last closed; the body must be larger all the same.
    /// </summary>
    public static bool IsRising(in ThreeCandles candles)
    {
        var (previous, last) = (new CandleParts(candles.Previous), new CandleParts(candles.Last));
        return previous.Falls && last.Rises
            && last.Open <= previous.Close
            && last.Close >= previous.Open
            && last.Body > previous.Body;
    }

    public static bool IsFalling(in ThreeCandles candles) => IsRising(candles.Mirrored());
}
