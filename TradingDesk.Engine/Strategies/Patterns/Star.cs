namespace TradingDesk.Engine.Strategies.Patterns;

/// <summary>A long fall, a standstill and a rise into the fall: the morning star; its mirror is the evening star.</summary>
internal static class Star
{
    /// <summary>Percent of the first candle's body: the middle one's is small enough to be a standstill.</summary>
    private const double StandstillMost = 30;

    /// <summary>
    /// No gap is asked for, since candles of one session hardly have any; instead the standstill lies in the lower half of the fall, and
    /// the rise ends in the upper.
    /// </summary>
    public static bool IsRising(in ThreeCandles candles)
    {
        var (before, previous) = (new CandleParts(candles.Before), new CandleParts(candles.Previous));
        var last = new CandleParts(candles.Last);
        return before.Falls && before.IsLong && last.Rises
            && 100 * previous.Body <= StandstillMost * before.Body
            && previous.BodyTop < before.BodyMiddle
            && last.Close > before.BodyMiddle;
    }

    public static bool IsFalling(in ThreeCandles candles) => IsRising(candles.Mirrored());
}
