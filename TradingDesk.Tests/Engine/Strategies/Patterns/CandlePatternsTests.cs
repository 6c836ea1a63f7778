using TradingDesk.Engine.Market;
using TradingDesk.Engine.Strategies.Patterns;
using Xunit;

namespace TradingDesk.Tests.Engine.Strategies.Patterns;

/// <summary>The list of patterns as a whole.</summary>
public sealed class CandlePatternsTests
{
    private const int Seed = 20_261_121;
    private const int Count = 200_000;

    [Fact]
    public void What_rises_in_candles_falls_in_their_mirror()
    {
        var random = new Random(Seed);

        for (var i = 0; i < Count; i++)
        {
            var candles = Random(random);
            var upended = new ThreeCandles(
                StrategyMarkets.Mirror(candles.Before, 128),
                StrategyMarkets.Mirror(candles.Previous, 128),
                StrategyMarkets.Mirror(candles.Last, 128));
            foreach (var pattern in CandlePatterns.All)
            {
                var isRight = pattern.IsRising(candles) == pattern.IsFalling(upended)
                    && pattern.IsFalling(candles) == pattern.IsRising(upended)
                    && !(pattern.IsRising(candles) && pattern.IsFalling(candles));
                if (!isRight) Assert.Fail($"{pattern.RisingName}, seed {Seed}, {candles}");
            }

            var (place, way) = CandlePatterns.Read(candles);
            Assert.Equal((place, -way), CandlePatterns.Read(upended));
        }
    }

    [Fact]
    public void Each_is_told_now_and_then_and_none_of_them_mostly()
    {
        var random = new Random(Seed);
        var seen = new int[CandlePatterns.All.Count + 1];

        for (var i = 0; i < Count; i++) seen[CandlePatterns.Read(Random(random)).Place]++;

        Assert.All(seen, times => Assert.InRange(times, Count / 10_000, Count * 3 / 4));
    }

    [Fact]
    public void The_first_that_fits_counts()
    {
        var fall = new CandleValues(110, 110, 100, 100, 1);
        var standstill = new CandleValues(100, 100, 98, 99, 1);
        var rise = new CandleValues(99, 109, 99, 109, 1);

        var (place, way) = CandlePatterns.Read(new ThreeCandles(fall, standstill, rise));

        Assert.True(Engulfing.IsRising(new ThreeCandles(fall, standstill, rise)));
        Assert.Equal(("morning star", 1), (CandlePatterns.All[place].RisingName, way));
    }

    [Fact]
    public void Candles_that_do_not_move_are_no_pattern()
    {
        var flat = new CandleValues(100, 100, 100, 100, 0);

        var read = CandlePatterns.Read(new ThreeCandles(flat, flat, flat));

        Assert.Equal((CandlePatterns.All.Count, 0), read);
    }

    /// <summary>Candles in quarters, each opening near the last close.</summary>
    private static ThreeCandles Random(Random random)
    {
        var before = Random(random, 128);
        var previous = Random(random, before.Close);
        return new ThreeCandles(before, previous, Random(random, previous.Close));
    }

    private static CandleValues Random(Random random, double last)
    {
        var open = last + (random.Next(-2, 3) * 0.25);
        var close = open + (random.Next(-16, 17) * 0.25);
        var high = Math.Max(open, close) + (random.Next(random.Next(1, 12)) * 0.25);
        var low = Math.Min(open, close) - (random.Next(random.Next(1, 12)) * 0.25);
        return new CandleValues(open, high, low, close, 1);
    }
}
