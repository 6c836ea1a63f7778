namespace TradingDesk.Engine.Strategies.Patterns;

/// <summary>A candle that closed about where it opened after it had moved: nobody won.</summary>
internal static class Doji
{
    /// <summary>Percent of the range: a body up to a tenth of it is none to the eye.</summary>
    private const double BodyMost = 10;

    /// <summary>A candle that never moved is none: nothing was fought for.</summary>
    public static bool Is(in ThreeCandles candles)
    {
        var last = new CandleParts(candles.Last);
        return last.Range > 0 && 100 * last.Body <= BodyMost * last.Range;
    }
}
