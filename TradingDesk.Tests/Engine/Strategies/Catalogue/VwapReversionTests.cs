using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Strategies;
using Xunit;

namespace TradingDesk.Tests.Engine.Strategies.Catalogue;

/// <summary>Thirty closes one rupee from an average price of 100, so that a rupee is the typical distance.</summary>
public sealed class VwapReversionTests
{
    private readonly ToldStrategy _strategy = new("vwap_reversion");

    [Fact]
    public void A_turn_far_below_the_average_buys_once()
    {
        Typical(60);
        var falls = _strategy.Close(98, 98, 96, 96, 100);

        var wish = Assert.Single(_strategy.Close(96, 97, 96, 96.5, 100));
        var again = _strategy.Close(96, 97, 96, 96.5, 100);

        Assert.Empty(falls);
        Assert.Equal((WishKind.Enter, Side.Buy, 0), (wish.Kind, wish.Side, wish.Reason));
        Assert.Equal((96.5, 100), (wish.Values[0], wish.Values[1]));
        var typical = Math.Sqrt((60 + 16 + 12.25) / 62);
        Assert.Equal(3.5 / typical, wish.Values[2], 1e-9);
        Assert.Equal(96.5 - typical, wish.Stop, 1e-9);
        Assert.Equal(0.6 + (0.4 * ((3.5 / typical) - 2) / 2), wish.Confidence, 1e-9);
        Assert.Empty(again);
    }

    [Fact]
    public void A_turn_far_above_the_average_sells()
    {
        Typical(60);

        var wish = Assert.Single(_strategy.Close(104, 104, 103.5, 103.5, 100));

        Assert.Equal((WishKind.Enter, Side.Sell, 1), (wish.Kind, wish.Side, wish.Reason));
        Assert.True(wish.Stop > 103.5);
    }

    [Fact]
    public void A_stretch_that_came_back_half_way_counts_anew()
    {
        Typical(60);
        _strategy.Close(96, 97, 96, 96.5, 100);
        var half = _strategy.Close(96.5, 99.5, 96.5, 99.5, 100);

        var wish = Assert.Single(_strategy.Close(96, 97, 96, 96.5, 100));

        Assert.Empty(half);
        Assert.Equal(Side.Buy, wish.Side);
    }

    [Fact]
    public void A_session_too_young_has_no_typical_distance_and_a_new_one_is_young()
    {
        Typical(28);
        var young = _strategy.Close(96, 97, 96, 96.5, 100);
        Typical(60);
        _strategy.SessionOpen += 86_400;

        var fresh = _strategy.Close(96, 97, 96, 96.5, 100);

        Assert.Empty(young);
        Assert.Empty(fresh);
    }

    [Theory]
    [InlineData(1, 99.9, 100, 2)]
    [InlineData(-1, 100.1, 100, 3)]
    public void At_the_average_it_leaves_also_while_a_candle_forms(int way, double before, double at, int reason)
    {
        _strategy.Book = new StrategyBook { Way = way, EntryPrice = 99 };
        var early = _strategy.Form(before, 100);

        var forming = Assert.Single(_strategy.Form(at, 100));
        var closed = Assert.Single(_strategy.At(at, 100));

        Assert.Empty(early);
        Assert.Equal((WishKind.Exit, reason), (forming.Kind, forming.Reason));
        Assert.Equal((WishKind.Exit, reason), (closed.Kind, closed.Reason));
    }

    [Fact]
    public void Without_an_average_nothing_is_wished()
    {
        _strategy.Book = new StrategyBook { Way = 1 };

        var wishes = Enumerable.Range(0, 60).SelectMany(i => _strategy.At(100 + i, double.NaN));

        Assert.Empty(wishes);
    }

    private void Typical(int candles)
    {
        for (var i = 0; i < candles; i++) _strategy.At(i % 2 == 0 ? 99 : 101, 100);
    }
}
