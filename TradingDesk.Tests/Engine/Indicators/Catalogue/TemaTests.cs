using TradingDesk.Engine.Market;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Catalogue;

/// <summary>The triple exponential average against averages over whole columns.</summary>
public sealed class TemaTests : IndicatorContract
{
    protected override IReadOnlyList<string> Specs => ["TEMA:1", "TEMA:2", "TEMA:10", "TEMA:200"];

    /// <summary>A close as large as prices go is rounded to 1.5e-8, and a short average keeps a part of that for some candles.</summary>
    protected override double Leftover => 1e-16;

    [Fact]
    public void A_price_that_stands_still_is_given_back_exactly()
    {
        var value = Assert.Single(ReadAfter(SetOf("TEMA:10"), Enumerable.Repeat(At(1234.05), 100)));

        Assert.Equal(1234.05, value, 1e-12);
    }

    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        var period = (int)parameters[0];
        var first = Twin.Exponential(Twin.Closes(candles), period);
        var second = Twin.Exponential(first, period);
        var third = Twin.Exponential(second, period);
        return Twin.Rows([.. candles.Select((_, i) => (3 * first[i]) - (3 * second[i]) + third[i])]);
    }
}
