using TradingDesk.Engine.Market;

namespace TradingDesk.Benchmarks;

/// <summary>Made-up candles for measurements: a seeded random walk.</summary>
internal static class Candles
{
    public static CandleValues After(ref double close, Random random)
    {
        var open = close;
        close = Math.Max(1, Math.Round(open * (1 + (0.004 * (random.NextDouble() - 0.5))), 2));
        var high = Math.Max(open, close) * (1 + (0.001 * random.NextDouble()));
        var low = Math.Min(open, close) * (1 - (0.001 * random.NextDouble()));
        return new CandleValues(open, high, low, close, random.Next(1, 1_000));
    }
}
