using TradingDesk.Engine.Market;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Catalogue;

/// <summary>The stochastic oscillator against looks through whole windows and means made anew.</summary>
public sealed class StochTests : IndicatorContract
{
    protected override IReadOnlyList<string> Specs =>
        ["STOCH:1:1:1", "STOCH:5:1:1", "STOCH:1:4:2", "STOCH:14:3:3", "STOCH:9:2:6", "STOCH:200:50:30"];

    [Fact]
    public void It_gives_what_a_sheet_of_paper_gives()
    {
        CandleValues[] candles = [new(5, 9, 1, 5, 1), new(5, 6, 4, 5, 1), new(5, 8, 4, 7, 1), new(7, 8, 6, 6, 1), new(6, 14, 4, 9, 1)];

        var values = ReadAfter(SetOf("STOCH:2:2:2"), candles);

        // Unsmoothed 50, 75, 50, 50 over ranges of 1 to 9, 4 to 8, 4 to 8 and 4 to 14; smoothed 62.5, 62.5, 50.
        Assert.Equal([50, 56.25], values);
    }

    [Fact]
    public void A_flat_market_reads_the_middle()
    {
        var values = ReadAfter(SetOf("STOCH"), Enumerable.Repeat(At(100), 40));

        Assert.Equal([50, 50], values);
    }

    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        var (k, slowing, d) = ((int)parameters[0], (int)parameters[1], (int)parameters[2]);
        var fast = new double[candles.Count];
        for (var i = k - 1; i < fast.Length; i++)
        {
            var window = candles.Skip(i - k + 1).Take(k).ToArray();
            var (highest, lowest) = (window.Max(candle => candle.High), window.Min(candle => candle.Low));
            fast[i] = highest == lowest ? 50 : (candles[i].Close - lowest) / (highest - lowest) * 100;
        }

        return MovingMeans.Twice(fast, k, slowing, d);
    }
}
