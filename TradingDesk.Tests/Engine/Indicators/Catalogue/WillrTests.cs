using TradingDesk.Engine.Market;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Catalogue;

/// <summary>Williams' %R against a look through the whole window.</summary>
public sealed class WillrTests : IndicatorContract
{
    protected override IReadOnlyList<string> Specs => ["WILLR:1", "WILLR:2", "WILLR:14", "WILLR:15", "WILLR:333"];

    [Theory]
    [InlineData(12, 0)]
    [InlineData(11, -25)]
    [InlineData(8, -100)]
    public void It_is_how_far_the_close_is_from_the_highest_high_in_percent_of_the_range(double close, double expected)
    {
        var value = Assert.Single(ReadAfter(SetOf("WILLR:2"), [new(9, 99, 1, 9, 1), new(9, 12, 9, 9, 1), new(9, 11, 8, close, 1)]));

        Assert.Equal(expected, value);
    }

    [Fact]
    public void A_flat_market_reads_the_middle()
    {
        var value = Assert.Single(ReadAfter(SetOf("WILLR:14"), Enumerable.Repeat(At(100), 40)));

        Assert.Equal(-50, value);
    }

    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        var period = (int)parameters[0];
        var values = Nothing(candles.Count, 1);
        for (var i = period - 1; i < candles.Count; i++)
        {
            var window = candles.Skip(i - period + 1).Take(period).ToArray();
            var (highest, lowest) = (window.Max(candle => candle.High), window.Min(candle => candle.Low));
            values[i][0] = highest == lowest ? -50 : (highest - candles[i].Close) / (highest - lowest) * -100;
        }

        return values;
    }
}
