using TradingDesk.Engine.Market;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Catalogue;

/// <summary>Wilder's average true range against averages over whole columns.</summary>
public sealed class AtrTests : IndicatorContract
{
    protected override IReadOnlyList<string> Specs => ["ATR:1", "ATR:2", "ATR:14", "ATR:200"];

    [Fact]
    public void A_gap_counts_as_range()
    {
        var value = Assert.Single(ReadAfter(SetOf("ATR:1"), [new(10, 11, 9, 10, 1), new(20, 22, 19, 21, 1)]));

        Assert.Equal(12, value);
    }

    [Fact]
    public void A_flat_market_has_none()
    {
        var value = Assert.Single(ReadAfter(SetOf("ATR:14"), Enumerable.Repeat(At(100.05), 40)));

        Assert.Equal(0, value);
    }

    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        var period = (int)parameters[0];
        return Twin.Rows(Twin.Fading(Twin.TrueRanges(candles), period, 1.0 / period));
    }
}
