using TradingDesk.Engine.Market;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Catalogue;

/// <summary>The weighted moving average against every weight written out.</summary>
public sealed class WmaTests : IndicatorContract
{
    protected override IReadOnlyList<string> Specs => ["WMA:1", "WMA:2", "WMA:9", "WMA:30", "WMA:333"];

    [Fact]
    public void The_newest_close_weighs_most()
    {
        var value = Assert.Single(ReadAfter(SetOf("WMA:3"), [At(9), At(1), At(2), At(6)]));

        Assert.Equal((1 + (2 * 2) + (3 * 6)) / 6.0, value);
    }

    [Fact]
    public void The_mean_of_equal_prices_is_that_price_exactly()
    {
        const int Seed = 41;
        var random = new Random(Seed);
        for (var i = 0; i < 500; i++)
        {
            var price = Math.Round(1_000 * random.NextDouble(), 4);

            var value = Assert.Single(ReadAfter(SetOf("WMA:7"), Enumerable.Repeat(At(price), 7).Prepend(At(1e8))));

            Assert.True(price == value, $"{price:R}: {value:R}, seed {Seed}");
        }
    }

    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        return Twin.Rows(Twin.Weighted(Twin.Closes(candles), (int)parameters[0]));
    }
}
