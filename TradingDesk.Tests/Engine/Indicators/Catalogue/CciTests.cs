using TradingDesk.Engine.Market;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Catalogue;

/// <summary>The commodity channel index against its definition over each window.</summary>
public sealed class CciTests : IndicatorContract
{
    protected override IReadOnlyList<string> Specs => ["CCI:2", "CCI:3", "CCI:20", "CCI:333"];

    [Fact]
    public void A_flat_market_reads_zero()
    {
        var value = Assert.Single(ReadAfter(SetOf("CCI:20"), Enumerable.Repeat(At(100.05), 40).Prepend(At(1e8))));

        Assert.Equal(0, value);
    }

    [Fact]
    public void Equal_typical_prices_of_other_highs_and_closes_read_zero()
    {
        var value = Assert.Single(ReadAfter(SetOf("CCI:2"), [new(0.1, 0.3, 0.1, 0.2, 1), new(0.2, 0.2, 0.2, 0.2, 1)]));

        Assert.Equal(0, value);
    }

    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        var period = (int)parameters[0];
        decimal[] typical = [.. candles.Select(candle => ((decimal)candle.High + (decimal)candle.Low + (decimal)candle.Close) / 3)];
        var values = Nothing(candles.Count, 1);
        for (var i = period - 1; i < candles.Count; i++)
        {
            var window = typical[(i - period + 1)..(i + 1)];
            var mean = window.Average();
            var deviation = window.Average(price => Math.Abs(price - mean));
            values[i][0] = window.Distinct().Count() == 1 ? 0 : (double)((typical[i] - mean) / (0.015m * deviation));
        }

        return values;
    }
}
