using TradingDesk.Engine.Indicators.Parts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Parts;

/// <summary>The sliding extreme against a search through the whole window.</summary>
public sealed class SlidingExtremeTests
{
    private const int Seed = 31;

    public static TheoryData<int, string> Cases
    {
        get
        {
            var cases = new TheoryData<int, string>();
            foreach (var window in new[] { 0, 1, 2, 3, 4, 5, 6, 7, 13, 14, 99, 100, 999, 4_999 })
            {
                foreach (var shape in ValueShapes.Names) cases.Add(window, shape);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_is_the_extreme_of_the_window_and_one_more(int window, string shape)
    {
        var values = ValueShapes.Make(shape, (3 * window) + 100, Seed);
        var (highest, lowest) = (SlidingExtreme.Highest(window), SlidingExtreme.Lowest(window));
        var (high, low) = (new double[highest.Memory], new double[lowest.Memory]);

        for (var i = 0; i < values.Length; i++)
        {
            if (i >= window)
            {
                var last = values.AsSpan((i - window)..(i + 1)).ToArray();
                Assert.True(last.Max() == highest.With(high, values[i]), $"highest, value {i}, seed {Seed}");
                Assert.True(last.Min() == lowest.With(low, values[i]), $"lowest, value {i}, seed {Seed}");
            }

            highest.Push(high, values[i]);
            lowest.Push(low, values[i]);
        }
    }

    [Fact]
    public void Its_memory_is_hardly_more_than_its_window()
    {
        Assert.Equal(0, SlidingExtreme.Highest(0).Memory);
        Assert.Equal(1, SlidingExtreme.Lowest(1).Memory);
        Assert.InRange(SlidingExtreme.Highest(4_999).Memory, 4_998, 5_003);
    }
}
