using TradingDesk.Engine.Market;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Catalogue;

/// <summary>The simple moving average against sums made anew.</summary>
public sealed class SmaTests : IndicatorContract
{
    protected override IReadOnlyList<string> Specs => ["SMA:1", "SMA:2", "SMA:9", "SMA:20", "SMA:333"];

    [Theory]
    [InlineData(30, 90.42)]
    [InlineData(31, 90.21)]
    [InlineData(32, 89.96)]
    public void It_gives_the_values_of_TA_Libs_own_test(int candles, double expected)
    {
        var value = Assert.Single(ReadAfter(SetOf("SMA:30"), TaLibCloses.First(candles)));

        Assert.Equal(expected, value, TaLibCloses.Tolerance);
    }

    [Fact]
    public void The_mean_of_equal_prices_is_that_price_exactly()
    {
        var value = Assert.Single(ReadAfter(SetOf("SMA:9"), Enumerable.Repeat(At(1234.05), 5_000)));

        Assert.Equal(1234.05, value, 1e-12);
    }

    [Fact]
    public void A_spike_is_forgotten_the_moment_it_leaves_the_window()
    {
        var value = Assert.Single(ReadAfter(SetOf("SMA:2"), [At(0.1), At(1e8), At(0.2), At(0.3)]));

        Assert.Equal(0.25, value, 1e-15);
    }

    [Fact]
    public void Millions_of_large_prices_do_not_make_it_drift()
    {
        const int Seed = 77;
        const int Period = 20;
        var random = new Random(Seed);
        var set = SetOf($"SMA:{Period}");
        var last = new Queue<double>();
        var values = new double[1];

        for (var i = 0; i < 3_000_000; i++)
        {
            // The first half is as large as prices go, the second a rupee: what the large ones left behind would show.
            var close = Math.Round((i < 1_500_000 ? 1e8 : 1.0) * random.NextDouble(), 4);
            set.Update(At(close));
            last.Enqueue(close);
            if (last.Count > Period) last.Dequeue();
        }

        set.Read(values);
        var expected = (double)(last.Sum(close => (decimal)close) / Period);
        Assert.True(Math.Abs(values[0] - expected) <= 1e-12, $"{values[0]}, expected {expected}, seed {Seed}");
    }

    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        var period = (int)parameters[0];
        var values = Nothing(candles.Count, 1);
        for (var i = period - 1; i < candles.Count; i++)
        {
            values[i][0] = (double)(candles.Skip(i - period + 1).Take(period).Sum(candle => (decimal)candle.Close) / period);
        }

        return values;
    }
}
