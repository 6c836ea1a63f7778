using TradingDesk.Engine.Market;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Catalogue;

/// <summary>The Donchian channel against a look through the whole window.</summary>
public sealed class DonchianTests : IndicatorContract
{
    protected override IReadOnlyList<string> Specs => ["DONCHIAN:1", "DONCHIAN:2", "DONCHIAN:3", "DONCHIAN:20", "DONCHIAN:333"];

    [Fact]
    public void It_spans_the_highest_high_and_the_lowest_low_of_its_last_candles()
    {
        CandleValues[] candles = [new(50, 99, 1, 50, 1), new(5, 9, 5, 6, 1), new(6, 8, 4, 7, 1), new(7, 8, 6, 8, 1)];

        var values = ReadAfter(SetOf("DONCHIAN:3"), candles);

        Assert.Equal([9, 6.5, 4], values);
    }

    [Fact]
    public void A_flat_market_is_a_channel_without_width()
    {
        var values = ReadAfter(SetOf("DONCHIAN:20"), Enumerable.Repeat(At(1234.05), 50));

        Assert.Equal([1234.05, 1234.05, 1234.05], values);
    }

    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        var period = (int)parameters[0];
        var values = Nothing(candles.Count, 3);
        for (var i = period - 1; i < candles.Count; i++)
        {
            var window = candles.Skip(i - period + 1).Take(period).ToArray();
            var (upper, lower) = (window.Max(candle => candle.High), window.Min(candle => candle.Low));
            values[i] = [upper, (upper + lower) / 2, lower];
        }

        return values;
    }
}
