using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Strategies;
using Xunit;

namespace TradingDesk.Tests.Engine.Strategies.Catalogue;

public sealed class MaCrossoverTests
{
    private readonly ToldStrategy _strategy = new("ma_crossover", ("short_window", 2), ("long_window", 3));

    [Fact]
    public void A_cross_above_buys_and_one_below_sells()
    {
        _strategy.At(100, 99, 100);

        var up = Assert.Single(_strategy.At(100, 101, 100));
        var still = _strategy.At(100, 102, 100);
        var down = Assert.Single(_strategy.At(100, 99, 100));

        Assert.Equal((WishKind.Enter, Side.Buy, 0), (up.Kind, up.Side, up.Reason));
        Assert.Equal((101, 100), (up.Values[0], up.Values[1]));
        Assert.Empty(still);
        Assert.Equal((WishKind.Enter, Side.Sell, 1), (down.Kind, down.Side, down.Reason));
    }

    [Fact]
    public void The_side_it_begins_on_is_no_cross()
    {
        var first = _strategy.At(100, double.NaN, double.NaN);
        var ready = _strategy.At(100, 101, 100);

        Assert.Empty(first);
        Assert.Empty(ready);
    }

    [Theory]
    [InlineData(100.05, 0.85)]
    [InlineData(100.1, 1)]
    [InlineData(103, 1)]
    public void A_wider_gap_is_surer(double fast, double confidence)
    {
        _strategy.At(100, 99, 100);

        var wish = Assert.Single(_strategy.At(100, fast, 100));

        Assert.Equal(confidence, wish.Confidence, 1e-9);
    }

    [Fact]
    public void Averages_that_touch_and_part_on_the_same_side_have_not_crossed()
    {
        _strategy.At(100, 101, 100);
        _strategy.At(100, 100, 100);

        var parted = _strategy.At(100, 101, 100);

        Assert.Empty(parted);
    }

    [Fact]
    public void Averages_that_touch_and_part_on_the_other_side_have()
    {
        _strategy.At(100, 101, 100);
        var touched = _strategy.At(100, 100, 100);

        var parted = Assert.Single(_strategy.At(100, 99, 100));

        Assert.Empty(touched);
        Assert.Equal(Side.Sell, parted.Side);
    }

    [Fact]
    public void The_last_digits_of_a_sum_cross_nothing()
    {
        _strategy.At(100, 101, 100);

        var touched = _strategy.At(100, 100 - 1e-13, 100);

        Assert.Empty(touched);
    }

    [Fact]
    public void Averages_equal_for_a_whole_window_have_forgotten_their_side()
    {
        _strategy.At(100, 101, 100);
        for (var i = 0; i < 3; i++) _strategy.At(100, 100, 100);

        var parted = _strategy.At(100, 99, 100);

        Assert.Empty(parted);
    }
}
