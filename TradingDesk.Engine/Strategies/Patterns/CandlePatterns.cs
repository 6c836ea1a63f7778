namespace TradingDesk.Engine.Strategies.Patterns;

/// <summary>Every candlestick pattern the desk knows; where several fit, the first is the one that counts.</summary>
internal static class CandlePatterns
{
    /// <summary>Those of three candles go before those of two and of one, since they say more.</summary>
    public static IReadOnlyList<CandlePattern> All { get; } =
    [
        new("morning star", "evening star", Star.IsRising, Star.IsFalling),
        new("three white soldiers", "three black crows", ThreeInARow.IsRising, ThreeInARow.IsFalling),
        new("bullish engulfing", "bearish engulfing", Engulfing.IsRising, Engulfing.IsFalling),
        new("piercing line", "dark cloud cover", Piercing.IsRising, Piercing.IsFalling),
        new("bullish harami", "bearish harami", Harami.IsRising, Harami.IsFalling),
        new("hammer", "shooting star", Hammer.IsRising, Hammer.IsFalling),
        new("rising marubozu", "falling marubozu", Marubozu.IsRising, Marubozu.IsFalling),
        new("close above the last high", "close below the last low", Break.IsRising, Break.IsFalling),
    ];

    /// <summary>The place of the pattern that counts and its way, 1 up and -1 down; the list's end and 0 for none.</summary>
    public static (int Place, int Way) Read(in ThreeCandles candles)
    {
        for (var place = 0; place < All.Count; place++)
        {
            if (All[place].IsRising(candles)) return (place, 1);
            if (All[place].IsFalling(candles)) return (place, -1);
        }

        return (All.Count, 0);
    }
}
