using TradingDesk.Engine.Market;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Catalogue;

/// <summary>On-balance volume against a running total.</summary>
public sealed class ObvTests : IndicatorContract
{
    protected override IReadOnlyList<string> Specs => ["OBV"];

    [Fact]
    public void A_candle_that_closes_where_the_one_before_did_counts_nothing()
    {
        var value = Assert.Single(ReadAfter(
            SetOf("OBV"), [At(10) with { Volume = 5 }, At(10) with { Volume = 7 }, At(9) with { Volume = 20 }]));

        Assert.Equal(-15, value);
    }

    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        var values = Nothing(candles.Count, 1);
        var total = candles[0].Volume;
        for (var i = 0; i < candles.Count; i++)
        {
            if (i > 0 && candles[i].Close > candles[i - 1].Close) total += candles[i].Volume;
            if (i > 0 && candles[i].Close < candles[i - 1].Close) total -= candles[i].Volume;
            values[i][0] = total;
        }

        return values;
    }
}
