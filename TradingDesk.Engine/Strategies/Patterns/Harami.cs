namespace TradingDesk.Engine.Strategies.Patterns;

/// <summary>A small body inside the long body of the candle before it, the other way: the move has lost its breath.</summary>
internal static class Harami
{
    /// <summary>Percent of the body it stands in: above half of it, it is no pause but an answer.</summary>
    private const double BodyMost = 50;

    public static bool IsRising(in ThreeCandles candles)
    {
        var (previous, last) = (new CandleParts(candles.Previous), new CandleParts(candles.Last));
        return previous.Falls && previous.IsLong && last.Rises
            && last.Open >= previous.Close
            && last.Close <= previous.Open
            && 100 * last.Body <= BodyMost * previous.Body;
    }

    public static bool IsFalling(in ThreeCandles candles) => IsRising(candles.Mirrored());
}
