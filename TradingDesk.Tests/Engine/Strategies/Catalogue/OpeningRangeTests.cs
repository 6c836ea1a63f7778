using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Strategies;
using Xunit;

namespace TradingDesk.Tests.Engine.Strategies.Catalogue;

/// <summary>A range of 100 to 104 in the first three minutes.</summary>
public sealed class OpeningRangeTests
{
    private readonly ToldStrategy _strategy = new("opening_range", ("minutes", 3));

    [Fact]
    public void The_first_close_above_the_range_buys()
    {
        Range();

        var inside = _strategy.Close(102, 105, 99, 104);
        var wish = Assert.Single(_strategy.Close(104, 105, 104, 104.5));
        var on = _strategy.At(106);

        Assert.Empty(inside);
        Assert.Equal((WishKind.Enter, Side.Buy, 0), (wish.Kind, wish.Side, wish.Reason));
        Assert.Equal((102, 110), (wish.Stop, wish.Target)); // Half of the range back, and one and a half beyond its edge.
        Assert.Equal((104.5, 100, 104), (wish.Values[0], wish.Values[1], wish.Values[2]));
        Assert.Equal(0.8, wish.Confidence, 1e-9); // Half of the quarter of the range that makes it sure.
        Assert.Empty(on);
    }

    [Fact]
    public void The_first_close_below_the_range_sells()
    {
        Range();

        var wish = Assert.Single(_strategy.At(98));

        Assert.Equal((WishKind.Enter, Side.Sell, 1), (wish.Kind, wish.Side, wish.Reason));
        Assert.Equal((102, 94, 1), (wish.Stop, wish.Target, wish.Confidence));
    }

    [Fact]
    public void A_day_with_its_entries_made_is_over_and_the_next_begins_anew()
    {
        Range();
        _strategy.Book = new StrategyBook { EntriesToday = 1 };
        var over = _strategy.At(106);

        (_strategy.SessionOpen, _strategy.Minute, _strategy.Book) = (ToldStrategy.Open + 86_400, 0, default);
        Range();
        var wish = Assert.Single(_strategy.At(105));

        Assert.Empty(over);
        Assert.Equal(Side.Buy, wish.Side);
    }

    [Fact]
    public void What_is_held_on_that_side_already_is_not_wished_again()
    {
        var strategy = new ToldStrategy("opening_range", ("minutes", 1), ("entries_a_day", 3));
        strategy.Close(100, 104, 100, 102);
        strategy.Book = new StrategyBook { Way = 1, EntriesToday = 1 };

        var again = strategy.At(105);
        var other = Assert.Single(strategy.At(99));

        Assert.Empty(again);
        Assert.Equal(Side.Sell, other.Side);
    }

    [Fact]
    public void A_session_whose_open_was_missed_has_no_range()
    {
        _strategy.Minute = 1;
        Range();

        var wishes = _strategy.At(110);

        Assert.Empty(wishes);
    }

    [Theory]
    [InlineData(nameof(CandleQuality.Gap), false)]
    [InlineData(nameof(CandleQuality.Partial), false)]
    [InlineData(nameof(CandleQuality.Filled), true)]
    public void A_range_of_which_a_part_was_lost_is_not_used(string quality, bool isUsed)
    {
        _strategy.Close(101, 104, 101, 102);
        _strategy.Quality = Enum.Parse<CandleQuality>(quality);
        _strategy.Close(102, 103, 100, 101);
        _strategy.Quality = CandleQuality.Whole;
        _strategy.Close(101, 102, 101, 102);

        var wishes = _strategy.At(105);

        Assert.Equal(isUsed, wishes.Length == 1);
    }

    [Fact]
    public void A_range_without_height_is_none()
    {
        for (var i = 0; i < 3; i++) _strategy.At(100);

        var wishes = _strategy.At(101);

        Assert.Empty(wishes);
    }

    [Fact]
    public void A_close_beyond_the_target_is_not_chased()
    {
        Range();

        var wishes = _strategy.At(110);

        Assert.Empty(wishes);
    }

    [Fact]
    public void Without_target_ranges_there_is_no_target()
    {
        var strategy = new ToldStrategy("opening_range", ("minutes", 1), ("target_ranges", 0));
        strategy.Close(100, 104, 100, 102);

        var wish = Assert.Single(strategy.At(200));

        Assert.Equal(0, wish.Target);
    }

    private void Range()
    {
        _strategy.Close(101, 104, 101, 102);
        _strategy.Close(102, 103, 100, 101);
        _strategy.Close(101, 102, 101, 102);
    }
}
