using System.Numerics;
using TradingDesk.Engine.Indicators.Parts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Parts;

/// <summary>The rolling sum against sums made anew.</summary>
public sealed class RollingSumTests
{
    private const int Seed = 32;

    public static TheoryData<int, string> Cases
    {
        get
        {
            var cases = new TheoryData<int, string>();
            foreach (var window in new[] { 0, 1, 2, 3, 4, 13, 14, 999 })
            {
                foreach (var shape in ValueShapes.Names) cases.Add(window, shape);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_is_the_sum_of_the_window_and_one_more(int window, string shape)
    {
        var values = ValueShapes.Make(shape, (3 * window) + 100, Seed);
        var rolling = new RollingSum(window);
        var memory = new double[rolling.Memory];

        for (var i = 0; i < values.Length; i++)
        {
            var expected = ExactlySummed(values[Math.Max(0, i - window)..(i + 1)]);
            var difference = Math.Abs(expected - rolling.With(memory, values[i]));
            Assert.True(difference <= Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected), $"value {i}, seed {Seed}");
            rolling.Push(memory, values[i]);
        }
    }

    [Fact]
    public void A_million_values_as_large_as_prices_go_leave_nothing_behind()
    {
        var random = new Random(Seed);
        var rolling = new RollingSum(20);
        var memory = new double[rolling.Memory];

        for (var i = 0; i < 1_000_000; i++) rolling.Push(memory, 1e8 * random.NextDouble());
        for (var i = 0; i < 20; i++) rolling.Push(memory, 0.1);

        Assert.Equal(2.0, rolling.With(memory, 0), 1e-15);
    }

    /// <summary>In whole units of 2 to the -80, which no digit of these values falls under.</summary>
    private static double ExactlySummed(IEnumerable<double> values)
    {
        var unit = Math.Pow(2, -80);
        return (double)values.Aggregate(BigInteger.Zero, (sum, value) => sum + new BigInteger(value / unit)) * unit;
    }
}
