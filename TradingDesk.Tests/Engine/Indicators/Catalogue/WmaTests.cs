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
        var value = Assert.Single(ReadAfter(SetOf("WMA:9"), Enumerable.Repeat(At(1234.05), 5_000).Prepend(At(1e8))));

        Assert.Equal(1234.05, value);
    }

    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        return Twin.Rows(Twin.Weighted(Twin.Closes(candles), (int)parameters[0]));
    }
}
