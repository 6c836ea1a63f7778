using TradingDesk.Engine.Market;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Catalogue;

/// <summary>The distance of two averages and its signal against averages over whole columns.</summary>
public sealed class MacdTests : IndicatorContract
{
    protected override IReadOnlyList<string> Specs => ["MACD", "MACD:1:2:1", "MACD:3:10:5", "MACD:50:200:20"];

    [Fact]
    public void A_flat_market_reads_zero()
    {
        var values = ReadAfter(SetOf("MACD"), Enumerable.Repeat(At(1234.05), 100));

        Assert.All(values, value => Assert.Equal(0, value, 1e-12));
    }

    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        var closes = Twin.Closes(candles);
        var fast = Twin.Exponential(closes, (int)parameters[0]);
        var slow = Twin.Exponential(closes, (int)parameters[1]);
        double[] distance = [.. fast.Zip(slow, (quick, late) => quick - late)];
        var signal = Twin.Exponential(distance, (int)parameters[2]);
        double[] above = [.. distance.Zip(signal, (one, other) => one - other)];
        return Twin.Rows([.. distance.Select((one, i) => double.IsNaN(signal[i]) ? double.NaN : one)], signal, above);
    }
}
