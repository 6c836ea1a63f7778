using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market.Quality;

/// <summary>
/// Which candle looks like a wrong price: one whose high stands above both neighbours, or whose low stands below both, by more than eight
/// times the day's median range, so that the price came back at once. Medians do not move for the spike itself.
/// </summary>
internal static class SpikeRule
{
    public const int MedianRanges = 8;

    /// <summary>On a quiet day the median is nearly nothing, and a few steps of the price are no spike.</summary>
    private const int TicksLeast = 20;

    public static IReadOnlyList<Instant> Find(IReadOnlyList<Candle> candles, Price tick)
    {
        if (candles.Count < 3) return [];
        var ranges = candles.Select(candle => candle.High.Scaled - candle.Low.Scaled).Order().ToArray();
        var most = Math.Max(MedianRanges * ranges[ranges.Length / 2], TicksLeast * tick.Scaled);
        var spikes = new List<Instant>();
        for (var place = 1; place < candles.Count - 1; place++)
        {
            var (before, candle, after) = (candles[place - 1], candles[place], candles[place + 1]);
            var above = candle.High.Scaled - Math.Max(before.High.Scaled, after.High.Scaled);
            var below = Math.Min(before.Low.Scaled, after.Low.Scaled) - candle.Low.Scaled;
            if (Math.Max(above, below) > most) spikes.Add(candle.Start);
        }

        return spikes;
    }
}
