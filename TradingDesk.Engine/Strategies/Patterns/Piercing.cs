namespace TradingDesk.Engine.Strategies.Patterns;

/// <summary>A rise from a long fall's close or below into the upper half of its body; its mirror is the dark cloud.</summary>
internal static class Piercing
{
    /// <summary>Reaching the whole body would be an engulfing, half of it or less a mere pause.</summary>
    public static bool IsRising(in ThreeCandles candles)
    {
        var (previous, last) = (new CandleParts(candles.Previous), new CandleParts(candles.Last));
        return previous.Falls && previous.IsLong && last.Rises
            && last.Open <= previous.Close
            && last.Close > previous.BodyMiddle
            && last.Close < previous.Open;
    }

    public static bool IsFalling(in ThreeCandles candles) => IsRising(candles.Mirrored());
}
