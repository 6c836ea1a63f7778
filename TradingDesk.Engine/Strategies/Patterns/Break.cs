namespace TradingDesk.Engine.Strategies.Patterns;

/// <summary>A close beyond all of the candle before it: no figure, but price in motion.</summary>
internal static class Break
{
    /// <summary>A doji broke nothing, wherever it stands.</summary>
    public static bool IsRising(in ThreeCandles candles) => candles.Last.Close > candles.Previous.High && !Doji.Is(candles);

    public static bool IsFalling(in ThreeCandles candles) => IsRising(candles.Mirrored());
}
