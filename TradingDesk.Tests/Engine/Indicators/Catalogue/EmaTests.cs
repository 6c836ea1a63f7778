using TradingDesk.Engine.Market;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Catalogue;

/// <summary>The exponential moving average against the textbook's weights.</summary>
public sealed class EmaTests : IndicatorContract
{
    protected override IReadOnlyList<string> Specs => ["EMA:1", "EMA:2", "EMA:21", "EMA:200"];

    [Theory]
    [InlineData("EMA:2", 2, 93.15)]
    [InlineData("EMA:2", 3, 93.96)]
    [InlineData("EMA:10", 10, 93.22)]
    [InlineData("EMA:10", 11, 93.75)]
    [InlineData("EMA:10", 30, 86.46)]
    public void It_gives_the_values_of_TA_Libs_own_test(string spec, int candles, double expected)
    {
        var value = Assert.Single(ReadAfter(SetOf(spec), TaLibCloses.First(candles)));

        Assert.Equal(expected, value, TaLibCloses.Tolerance);
    }

    [Fact]
    public void It_starts_from_the_mean_of_its_first_period()
    {
        var value = Assert.Single(ReadAfter(SetOf("EMA:3"), [At(1), At(2), At(6)]));

        Assert.Equal(3, value);
    }

    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        var period = (int)parameters[0];
        var weight = 2.0 / (period + 1);
        var values = Nothing(candles.Count, 1);
        values[period - 1][0] = (double)candles.Take(period).Average(candle => (decimal)candle.Close);
        for (var i = period; i < candles.Count; i++) values[i][0] = (weight * candles[i].Close) + ((1 - weight) * values[i - 1][0]);
        return values;
    }
}
