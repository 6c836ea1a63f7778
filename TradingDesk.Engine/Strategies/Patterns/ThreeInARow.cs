namespace TradingDesk.Engine.Strategies.Patterns;

/// <summary>Three strong candles one after the other: the three white soldiers; their mirror are the three black crows.</summary>
internal static class ThreeInARow
{
    /// <summary>Percent of its range: each body is at least the half, no candle wavered.</summary>
    private const double BodyLeast = 50;

    /// <summary>Percent of its range: each closes in the upper quarter, nothing was sold into the rise.</summary>
    private const double UpperShadowMost = 25;

    public static bool IsRising(in ThreeCandles candles)
    {
        var (before, previous) = (new CandleParts(candles.Before), new CandleParts(candles.Previous));
        var last = new CandleParts(candles.Last);
        return IsSoldier(before) && IsSoldier(previous) && IsSoldier(last) && GoesOn(before, previous) && GoesOn(previous, last);
    }

    public static bool IsFalling(in ThreeCandles candles) => IsRising(candles.Mirrored());

    private static bool IsSoldier(in CandleParts candle) =>
        candle.Rises && 100 * candle.Body >= BodyLeast * candle.Range && 100 * candle.UpperShadow <= UpperShadowMost * candle.Range;

    /// <summary>Opens in the body before and closes above it.</summary>
    private static bool GoesOn(in CandleParts from, in CandleParts to) =>
        to.Open >= from.Open && to.Open <= from.Close && to.Close > from.Close;
}
