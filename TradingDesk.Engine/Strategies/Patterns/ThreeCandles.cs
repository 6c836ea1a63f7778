using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Strategies.Patterns;

/// <summary>The last three closed candles, all that a pattern looks at.</summary>
internal readonly record struct ThreeCandles(CandleValues Before, CandleValues Previous, CandleValues Last)
{
    /// <summary>The same candles with up and down exchanged: a falling pattern is the rising one in them.</summary>
    public ThreeCandles Mirrored() => new(Mirror(Before), Mirror(Previous), Mirror(Last));

    /// <summary>A change of sign is exact, so a pattern and its mirror agree to the bit.</summary>
    private static CandleValues Mirror(in CandleValues candle) =>
        candle with { Open = -candle.Open, High = -candle.Low, Low = -candle.High, Close = -candle.Close };
}
