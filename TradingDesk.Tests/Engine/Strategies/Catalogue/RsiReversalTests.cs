using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Strategies;
using Xunit;

namespace TradingDesk.Tests.Engine.Strategies.Catalogue;

public sealed class RsiReversalTests
{
    private readonly ToldStrategy _strategy = new("rsi_reversal");

    [Fact]
    public void Coming_back_from_oversold_buys_with_a_stop_two_ranges_below()
    {
        _strategy.At(100, 28, 3);
        var deeper = _strategy.At(100, 24, 3);

        var wish = Assert.Single(_strategy.At(100, 30, 3));

        Assert.Empty(deeper);
        Assert.Equal((WishKind.Enter, Side.Buy, 0), (wish.Kind, wish.Side, wish.Reason));
        Assert.Equal(94, wish.Stop);
        Assert.Equal((30, 30, 24), (wish.Values[0], wish.Values[1], wish.Values[2]));
        Assert.Equal(0.76, wish.Confidence, 1e-9); // Six of fifteen points of the four tenths that depth adds.
    }

    [Fact]
    public void Coming_back_from_overbought_sells_with_a_stop_two_ranges_above()
    {
        _strategy.At(100, 90, 3);

        var wish = Assert.Single(_strategy.At(100, 70, 3));

        Assert.Equal((WishKind.Enter, Side.Sell, 1), (wish.Kind, wish.Side, wish.Reason));
        Assert.Equal((106, 1), (wish.Stop, wish.Confidence));
    }

    [Fact]
    public void Being_oversold_is_no_turn_yet()
    {
        _strategy.At(100, 40, 3);

        var fell = _strategy.At(100, 29.9, 3);
        var stays = _strategy.At(100, 29.99, 3);

        Assert.Empty(fell);
        Assert.Empty(stays);
    }

    [Theory]
    [InlineData(1, 50, 2)]
    [InlineData(-1, 50, 3)]
    public void Back_in_the_middle_it_leaves(int way, double rsi, int reason)
    {
        _strategy.Book = new StrategyBook { Way = way, EntryPrice = 100 };
        var before = _strategy.At(100, rsi - way, 3);

        var wish = Assert.Single(_strategy.At(100, rsi, 3));

        Assert.Empty(before);
        Assert.Equal((WishKind.Exit, reason, 1), (wish.Kind, wish.Reason, wish.Confidence));
    }

    [Fact]
    public void A_market_that_stands_still_does_not_turn()
    {
        _strategy.At(100, 20, 3);

        var stopped = _strategy.At(100, 50, 1e-5);
        _strategy.At(100, 20, 1e-5);
        var moves = _strategy.At(100, 50, 3);

        Assert.Empty(stopped);
        Assert.Empty(moves);
    }

    [Fact]
    public void Nothing_is_wished_before_both_indicators_are_ready()
    {
        _strategy.At(100, 20, 3);

        var wishes = _strategy.At(100, 40, double.NaN);

        Assert.Empty(wishes);
    }

    [Fact]
    public void Without_stop_atr_there_is_no_stop()
    {
        var strategy = new ToldStrategy("rsi_reversal", ("stop_atr", 0));
        strategy.At(100, 20, 3);

        var wish = Assert.Single(strategy.At(100, 40, 3));

        Assert.Equal(0, wish.Stop);
    }
}
