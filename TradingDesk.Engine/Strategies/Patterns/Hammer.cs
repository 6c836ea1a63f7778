namespace TradingDesk.Engine.Strategies.Patterns;

/// <summary>A candle that fell below those before it and was bought back near its high; its mirror is the shooting star.</summary>
internal static class Hammer
{
    /// <summary>The lower shadow is at least twice the body: most of the fall was taken back.</summary>
    private const double ShadowLeast = 2;

    /// <summary>Percent of the range: hardly anything was sold again from the high.</summary>
    private const double UpperShadowMost = 15;

    /// <summary>The low is the lowest of the three: the same shape at a top means the opposite.</summary>
    public static bool IsRising(in ThreeCandles candles)
    {
        var last = new CandleParts(candles.Last);
        return last.Range > 0
            && last.LowerShadow >= ShadowLeast * last.Body
            && 100 * last.UpperShadow <= UpperShadowMost * last.Range
            && candles.Last.Low < candles.Previous.Low
            && candles.Last.Low < candles.Before.Low;
    }

    /// <summary>The shooting star.</summary>
    public static bool IsFalling(in ThreeCandles candles) => IsRising(candles.Mirrored());
}
