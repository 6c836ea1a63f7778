using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Strategies;
using Xunit;

namespace TradingDesk.Tests.Engine.Strategies.Catalogue;

/// <summary>Bands of one rupee around 100 inside a channel of two, then of three.</summary>
public sealed class BollingerSqueezeTests
{
    private static readonly double[] _quiet = [101, 100, 99, 102, 100, 98, 1.5];
    private static readonly double[] _wide = [103, 100, 97, 102, 100, 98, 1.5];

    private readonly ToldStrategy _strategy = new("bollinger_squeeze");

    [Fact]
    public void Coming_out_above_the_middle_buys()
    {
        var quiet = Quiet(6);

        var wish = Assert.Single(_strategy.At(101, _wide));
        var after = _strategy.At(102, _wide);

        Assert.Empty(quiet);
        Assert.Equal((WishKind.Enter, Side.Buy, 0), (wish.Kind, wish.Side, wish.Reason));
        Assert.Equal((6, 101, 100), (wish.Values[0], wish.Values[1], wish.Values[2]));
        Assert.Equal((96.5, 4.5), (wish.Stop, wish.Trail)); // Three ranges.
        Assert.Equal(0.7, wish.Confidence, 1e-9); // Half way to the channel's edge, after the shortest squeeze.
        Assert.Empty(after);
    }

    [Fact]
    public void Coming_out_below_the_middle_sells()
    {
        Quiet(40);

        var wish = Assert.Single(_strategy.At(97, _wide));

        Assert.Equal((WishKind.Enter, Side.Sell, 1), (wish.Kind, wish.Side, wish.Reason));
        Assert.Equal((101.5, 1), (wish.Stop, wish.Confidence));
        Assert.Equal(18, wish.Values[0]); // Longer than three times the least counts as that.
    }

    [Fact]
    public void A_short_squeeze_is_none()
    {
        Quiet(5);

        var wishes = _strategy.At(101, _wide);

        Assert.Empty(wishes);
    }

    [Fact]
    public void A_close_on_the_middle_has_no_side()
    {
        Quiet(6);

        var wishes = _strategy.At(100, _wide);

        Assert.Empty(wishes);
    }

    [Fact]
    public void Without_a_trail_the_stop_stands_at_the_channels_other_edge()
    {
        var strategy = new ToldStrategy("bollinger_squeeze", ("trail_atr", 0), ("squeeze_candles", 1));
        strategy.At(100, _quiet);

        var wish = Assert.Single(strategy.At(101, _wide));

        Assert.Equal((98, 0), (wish.Stop, wish.Trail));
    }

    [Theory]
    [InlineData(1, 99.9, 2)]
    [InlineData(-1, 100.1, 3)]
    public void A_close_on_the_other_side_of_the_middle_leaves(int way, double close, int reason)
    {
        _strategy.Book = new StrategyBook { Way = way, EntryPrice = 100 };
        var at = _strategy.At(100, _wide);

        var wish = Assert.Single(_strategy.At(close, _wide));

        Assert.Empty(at);
        Assert.Equal((WishKind.Exit, reason), (wish.Kind, wish.Reason));
    }

    [Fact]
    public void A_market_that_stands_still_is_not_squeezed()
    {
        for (var i = 0; i < 6; i++) _strategy.At(100, 100, 100, 100, 100.00001, 100, 99.99999, 1e-5);

        var wishes = _strategy.At(101, _wide);

        Assert.Empty(wishes);
    }

    private Wish[] Quiet(int candles) => [.. Enumerable.Range(0, candles).SelectMany(_ => _strategy.At(100.5, _quiet))];
}
