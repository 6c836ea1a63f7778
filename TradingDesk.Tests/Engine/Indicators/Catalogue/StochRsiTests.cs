using TradingDesk.Engine.Market;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Catalogue;

/// <summary>The stochastic of the relative strength index against looks through windows of the desk's own index.</summary>
public sealed class StochRsiTests : IndicatorContract
{
    protected override IReadOnlyList<string> Specs =>
        ["STOCHRSI:2:1:1:1", "STOCHRSI:2:2:3:1", "STOCHRSI:14:14:3:3", "STOCHRSI:14:5:1:3", "STOCHRSI:50:200:7:20"];

    [Fact]
    public void The_last_index_stands_between_the_highest_and_the_lowest_of_its_window()
    {
        double[] closes = [100, 101, 100, 102, 101.5, 101.75];
        var set = SetOf("RSI:2");
        var index = closes.Select(close => Assert.Single(ReadAfter(set, [At(close)]))).ToArray();

        var values = ReadAfter(SetOf("STOCHRSI:2:4:1:1"), closes.Select(At));

        // Of the indices 50, 83.3, 66.7 and 75 that stand from the third close on.
        Assert.Equal(100 * (index[5] - index[2]) / (index[3] - index[2]), values[0], 1e-9);
        Assert.Equal(values[0], values[1]);
    }

    [Fact]
    public void A_flat_market_reads_the_middle()
    {
        var values = ReadAfter(SetOf("STOCHRSI"), Enumerable.Repeat(At(100), 60));

        Assert.Equal([50, 50], values);
    }

    [Fact]
    public void A_market_that_stands_still_after_it_moved_reads_the_middle_and_not_what_rounding_left()
    {
        var moved = CandleShapes.Make("random", 100, seed: 9);

        var values = ReadAfter(SetOf("STOCHRSI"), moved.Concat(Enumerable.Repeat(At(moved[^1].Close), 60)));

        Assert.Equal([50, 50], values);
    }

    /// <summary>The index itself is held by its own tests; what rounding does to it is taken over, for its range may be as small.</summary>
    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        var (period, stochastic) = ((int)parameters[0], (int)parameters[1]);
        var set = SetOf($"RSI:{period}");
        var index = candles.Select(candle => Assert.Single(ReadAfter(set, [candle]))).ToArray();
        var fast = new double[candles.Count];
        var begins = period + stochastic;
        for (var i = begins - 1; i < fast.Length; i++)
        {
            var window = index[(i - stochastic + 1)..(i + 1)];
            var range = window.Max() - window.Min();
            fast[i] = range < 1e-9 ? 50 : (index[i] - window.Min()) / range * 100;
        }

        return MovingMeans.Twice(fast, begins, (int)parameters[2], (int)parameters[3]);
    }
}
