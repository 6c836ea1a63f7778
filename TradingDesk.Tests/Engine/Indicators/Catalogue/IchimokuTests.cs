using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Catalogue;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Market;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Catalogue;

/// <summary>The Ichimoku lines against looks through whole windows.</summary>
public sealed class IchimokuTests : IndicatorContract
{
    protected override IReadOnlyList<string> Specs => ["ICHIMOKU:9:26:52", "ICHIMOKU:1:1:1", "ICHIMOKU:2:3:4", "ICHIMOKU:20:60:120"];

    [Fact]
    public void The_cloud_at_a_candle_was_computed_as_many_candles_earlier_as_kijun_spans()
    {
        CandleValues[] candles =
            [new(0, 20, 10, 11, 1), new(0, 30, 16, 12, 1), new(0, 40, 18, 13, 1), new(0, 50, 22, 14, 1), new(0, 60, 24, 15, 1)];

        var values = ReadAfter(SetOf("ICHIMOKU:1:2:3"), candles);

        // The conversion and the base line of now; the cloud of the third candle: (29 + 28) / 2, and 10 to 40.
        Assert.Equal([42, 41, 28.5, 25, 15], values);
    }

    [Fact]
    public void In_a_flat_market_every_line_is_the_price()
    {
        var values = ReadAfter(SetOf("ICHIMOKU"), Enumerable.Repeat(At(1234.05), 100));

        Assert.Equal(Enumerable.Repeat(1234.05, 5), values);
    }

    [Theory]
    [InlineData("ICHIMOKU:27", "ICHIMOKU:27: kijun must not be below tenkan")]
    [InlineData("ICHIMOKU:9:53:52", "ICHIMOKU:9:53:52: senkou must not be below kijun")]
    public void Spans_that_do_not_grow_are_refused(string text, string expected)
    {
        var parsed = IndicatorSpecs.Parse(text);

        Assert.Equal(expected, Assert.Single(parsed.Errors));
    }

    [Fact]
    public void Only_the_close_is_drawn_back()
    {
        var outputs = Ichimoku.Description.Outputs.Where(output => output.DrawnBackBy is not null);

        var chikou = Assert.Single(outputs);

        Assert.Equal("chikou", chikou.Name);
        Assert.Contains(Ichimoku.Description.Parameters, parameter => parameter.Name == chikou.DrawnBackBy);
    }

    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        var (tenkan, kijun, senkou) = ((int)parameters[0], (int)parameters[1], (int)parameters[2]);
        var values = Nothing(candles.Count, 5);
        double Middle(int at, int period)
        {
            var window = candles.Skip(at - period + 1).Take(period).ToArray();
            return (window.Max(candle => candle.High) + window.Min(candle => candle.Low)) / 2;
        }

        for (var i = senkou + kijun - 1; i < candles.Count; i++)
        {
            var earlier = i - kijun;
            values[i] =
            [
                Middle(i, tenkan),
                Middle(i, kijun),
                (Middle(earlier, tenkan) + Middle(earlier, kijun)) / 2,
                Middle(earlier, senkou),
                candles[i].Close,
            ];
        }

        return values;
    }
}
