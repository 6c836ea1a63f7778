using TradingDesk.Engine.Market;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Catalogue;

/// <summary>Wilder's index against his own formula, 100 - 100 / (1 + RS).</summary>
public sealed class RsiTests : IndicatorContract
{
    protected override IReadOnlyList<string> Specs => ["RSI:2", "RSI:14", "RSI:100"];

    [Theory]
    [InlineData(15, 49.14)]
    [InlineData(16, 52.32)]
    [InlineData(17, 46.07)]
    public void It_gives_the_values_of_TA_Libs_own_test(int candles, double expected)
    {
        var value = Assert.Single(ReadAfter(SetOf("RSI:14"), TaLibCloses.First(candles)));

        Assert.Equal(expected, value, TaLibCloses.Tolerance);
    }

    [Fact]
    public void A_flat_market_reads_fifty()
    {
        var value = Assert.Single(ReadAfter(SetOf("RSI:14"), Enumerable.Repeat(At(100), 40)));

        Assert.Equal(50, value);
    }

    [Fact]
    public void A_market_flat_so_long_that_its_last_move_has_died_out_reads_fifty()
    {
        var value = Assert.Single(ReadAfter(SetOf("RSI:2"), Enumerable.Repeat(At(101), 5_000).Prepend(At(100))));

        Assert.Equal(50, value);
    }

    [Theory]
    [InlineData(+1, 100)]
    [InlineData(-1, 0)]
    public void A_market_that_only_moves_one_way_reads_the_end_of_the_scale(int step, double expected)
    {
        var value = Assert.Single(ReadAfter(SetOf("RSI:14"), Enumerable.Range(0, 40).Select(i => At(100 + (i * step)))));

        Assert.Equal(expected, value);
    }

    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        var period = (int)parameters[0];
        var values = Nothing(candles.Count, 1);
        var changes = candles.Zip(candles.Skip(1), (earlier, later) => later.Close - earlier.Close).ToArray();
        var gain = changes.Take(period).Where(change => change > 0).Sum() / period;
        var loss = changes.Take(period).Where(change => change < 0).Sum(change => -change) / period;
        values[period][0] = Index(gain, loss);
        for (var i = period + 1; i < candles.Count; i++)
        {
            gain = ((gain * (period - 1)) + Math.Max(changes[i - 1], 0)) / period;
            loss = ((loss * (period - 1)) + Math.Max(-changes[i - 1], 0)) / period;
            values[i][0] = Index(gain, loss);
        }

        return values;
    }

    private static double Index(double gain, double loss) =>
        gain + loss < 1e-14 ? 50 : loss == 0 ? 100 : 100 - (100 / (1 + (gain / loss)));
}
