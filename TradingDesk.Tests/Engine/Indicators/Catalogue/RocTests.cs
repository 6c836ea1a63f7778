using TradingDesk.Engine.Market;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Catalogue;

/// <summary>The rate of change against the two closes it compares.</summary>
public sealed class RocTests : IndicatorContract
{
    protected override IReadOnlyList<string> Specs => ["ROC:1", "ROC:2", "ROC:12", "ROC:333"];

    [Fact]
    public void It_is_in_percent_of_the_earlier_close()
    {
        var value = Assert.Single(ReadAfter(SetOf("ROC:2"), [At(1), At(80), At(90), At(100)]));

        Assert.Equal(25, value);
    }

    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        var period = (int)parameters[0];
        return Twin.Rows([.. candles.Select((candle, i) =>
            i < period ? double.NaN : ((candle.Close / candles[i - period].Close) - 1) * 100)]);
    }
}
