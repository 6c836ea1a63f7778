using TradingDesk.Engine.Market;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Catalogue;

/// <summary>Keltner's channel against averages over whole columns.</summary>
public sealed class KeltnerTests : IndicatorContract
{
    protected override IReadOnlyList<string> Specs => ["KELTNER", "KELTNER:1:1:1", "KELTNER:5:30:1.5", "KELTNER:200:10:0.1"];

    [Fact]
    public void A_flat_market_has_no_width()
    {
        var values = ReadAfter(SetOf("KELTNER"), Enumerable.Repeat(At(1024), 100));

        Assert.Equal([1024, 1024, 1024], values);
    }

    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        var atr = (int)parameters[1];
        var middle = Twin.Exponential(Twin.Closes(candles), (int)parameters[0]);
        var ranges = Twin.Fading(Twin.TrueRanges(candles), atr, 1.0 / atr);
        var values = Nothing(candles.Count, 3);
        for (var i = 0; i < candles.Count; i++)
        {
            var reach = parameters[2] * ranges[i];
            if (!double.IsNaN(middle[i] + reach)) values[i] = [middle[i] + reach, middle[i], middle[i] - reach];
        }

        return values;
    }
}
