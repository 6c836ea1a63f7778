using TradingDesk.Engine.Market;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Catalogue;

/// <summary>The double exponential average against averages over whole columns.</summary>
public sealed class DemaTests : IndicatorContract
{
    protected override IReadOnlyList<string> Specs => ["DEMA:1", "DEMA:2", "DEMA:10", "DEMA:200"];

    /// <summary>A close as large as prices go is rounded to 1.5e-8, and a short average keeps a part of that for some candles.</summary>
    protected override double Leftover => 1e-16;

    [Fact]
    public void A_price_that_stands_still_is_given_back_exactly()
    {
        var value = Assert.Single(ReadAfter(SetOf("DEMA:10"), Enumerable.Repeat(At(1234.05), 100)));

        Assert.Equal(1234.05, value, 1e-12);
    }

    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        var first = Twin.Exponential(Twin.Closes(candles), (int)parameters[0]);
        var second = Twin.Exponential(first, (int)parameters[0]);
        return Twin.Rows([.. first.Zip(second, (one, two) => (2 * one) - two)]);
    }
}
