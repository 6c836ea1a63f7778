using TradingDesk.Engine.Market;

namespace TradingDesk.Tests.Support;

/// <summary>A candle as one line, for messages of failed comparisons.</summary>
internal static class CandleText
{
    public static string ToText(this Candle candle) =>
        $"{candle.Seconds} s {candle.Start}: {candle.Open} {candle.High} {candle.Low} {candle.Close} "
            + $"volume {candle.Volume} ticks {candle.Ticks} gaps {candle.Gaps} {candle.Quality}";
}
