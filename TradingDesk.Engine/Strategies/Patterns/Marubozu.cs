namespace TradingDesk.Engine.Strategies.Patterns;

/// <summary>A candle that is all body: one side had it from open to close.</summary>
internal static class Marubozu
{
    /// <summary>Percent of the range: a twentieth is left to both shadows, a tick or two of an ordinary candle.</summary>
    private const double BodyLeast = 95;

    public static bool IsRising(in ThreeCandles candles)
    {
        var last = new CandleParts(candles.Last);
        return last.Rises && 100 * last.Body >= BodyLeast * last.Range;
    }

    public static bool IsFalling(in ThreeCandles candles) => IsRising(candles.Mirrored());
}
