using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Strategies;
using TradingDesk.Engine.Strategies.Catalogue;
using Xunit;

namespace TradingDesk.Tests.Engine.Strategies.Catalogue;

/// <summary>Told indicators are: fast average, slow average, RSI, SuperTrend and its direction, average true range.</summary>
public sealed class ScalperTests
{
    private static readonly double[] _none = [100, 100, 50, 98, 1, 2];
    private static readonly double[] _three = [101, 100, 60, 98, 1, 2];

    private readonly ToldStrategy _strategy = new("scalper");

    [Fact]
    public void Three_of_four_pillars_make_it_three_quarters_sure()
    {
        var before = Still(4);

        var wish = Assert.Single(_strategy.At(102, _three));
        var same = _strategy.At(102, _three);

        Assert.Empty(before);
        Assert.Equal((WishKind.Enter, Side.Buy, 0.75), (wish.Kind, wish.Side, wish.Confidence));
        Assert.Equal((99, 107, 0), (wish.Stop, wish.Target, wish.Trail)); // One and a half ranges, and two and a half.
        Assert.Equal((101, 100, 60, 98), (wish.Values[0], wish.Values[1], wish.Values[2], wish.Values[3]));
        Assert.Equal("The votes are for a rise: averages {0} and {1}, RSI {2}, SuperTrend {3}, no pattern.", ReasonOf(wish));
        Assert.Empty(same);
    }

    [Fact]
    public void A_pattern_makes_it_surer_and_is_named()
    {
        Still(3);
        _strategy.At(102, _three);

        var wish = Assert.Single(_strategy.Close(100, 103, 100, 103, _three));

        Assert.Equal(1, wish.Confidence);
        Assert.EndsWith(", rising marubozu.", ReasonOf(wish), StringComparison.Ordinal);
    }

    [Fact]
    public void Falling_votes_sell()
    {
        Still(3);

        var wish = Assert.Single(_strategy.Close(100, 100, 97, 97, 99, 100, 40, 102, -1, 2));

        Assert.Equal((WishKind.Enter, Side.Sell, 1), (wish.Kind, wish.Side, wish.Confidence));
        Assert.Equal((100, 92), (wish.Stop, wish.Target));
        Assert.EndsWith(", falling marubozu.", ReasonOf(wish), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_held_on_that_side_is_not_wished_again()
    {
        Still(3);
        _strategy.Book = new StrategyBook { Way = 1, EntryPrice = 100 };

        var wishes = _strategy.At(102, _three);

        Assert.Empty(wishes);
    }

    [Fact]
    public void A_majority_against_what_is_held_leaves_it_when_it_is_not_sure_enough_to_turn()
    {
        var strategy = new ToldStrategy("scalper", ("min_confidence", 0.9));
        for (var i = 0; i < 4; i++) strategy.At(100, _none);
        strategy.Book = new StrategyBook { Way = -1, EntryPrice = 100 };

        var wish = Assert.Single(strategy.At(102, _three));
        var again = Assert.Single(strategy.At(102, _three));

        Assert.Equal((WishKind.Exit, 1), (wish.Kind, wish.Confidence));
        Assert.Equal((0.75, 0), (wish.Values[0], wish.Values[1]));
        Assert.StartsWith("The votes turned", ReasonOf(wish), StringComparison.Ordinal);
        Assert.Equal(WishKind.Exit, again.Kind);
    }

    [Fact]
    public void A_majority_against_what_is_held_turns_it_when_it_is_sure_enough()
    {
        Still(3);
        _strategy.Book = new StrategyBook { Way = -1, EntryPrice = 100 };

        var wish = Assert.Single(_strategy.At(102, _three));

        Assert.Equal((WishKind.Enter, Side.Buy), (wish.Kind, wish.Side));
    }

    [Fact]
    public void Half_of_the_weight_is_no_majority()
    {
        Still(3);

        var wishes = _strategy.At(102, 101, 100, 50, 98, 1, 2);

        Assert.Empty(wishes);
    }

    [Fact]
    public void Weights_decide_what_a_vote_is_worth()
    {
        var strategy = new ToldStrategy("scalper", ("ema_weight", 5), ("action_weight", 0), ("min_confidence", 0));
        for (var i = 0; i < 4; i++) strategy.At(100, 100, 100, 50, 98, -1, 2);

        var wish = Assert.Single(strategy.At(102, 101, 100, 50, 98, -1, 2));

        Assert.Equal(5.0 / 7, wish.Confidence, 1e-12);
    }

    [Theory]
    [InlineData(102, 101, 100, 1)]
    [InlineData(101, 101, 100, 0)] // The price has left the trend.
    [InlineData(102, 100, 100, 0)]
    [InlineData(99, 99, 100, 0)]
    [InlineData(98, 99, 100, -1)]
    public void The_averages_vote_with_the_price_beyond_them(double close, double fast, double slow, int expected)
    {
        var vote = ScalperVotes.OfAverages(close, [fast, slow]);

        Assert.Equal(expected, vote);
    }

    [Theory]
    [InlineData(55, 55, 1)]
    [InlineData(54.9, 55, 0)]
    [InlineData(45, 55, -1)]
    [InlineData(45.1, 55, 0)]
    [InlineData(50, 50, 0)] // The middle is on no side, even when it is the level.
    [InlineData(50.1, 50, 1)]
    public void The_rsi_votes_from_its_level_on(double rsi, double level, int expected)
    {
        var votes = new ScalperVotes(new StrategyUnderTest("scalper", ("rsi_rising", level)).Settings);

        var vote = votes.OfRsi([0, 0, rsi]);

        Assert.Equal(expected, vote);
    }

    [Fact]
    public void A_candle_too_small_has_no_pattern()
    {
        Still(3);
        _strategy.At(102, _three);

        var wishes = _strategy.Close(102, 102.9, 102, 102.9, _three);

        Assert.Empty(wishes);
    }

    [Fact]
    public void A_market_that_stands_still_is_not_voted_on()
    {
        Still(3);
        _strategy.At(100, 100, 100, 50, 98, 1, 1e-5);

        var wishes = _strategy.At(102, _three);

        Assert.Empty(wishes);
    }

    private Wish[] Still(int candles) => [.. Enumerable.Range(0, candles).SelectMany(_ => _strategy.At(100, _none))];

    private static string ReasonOf(in Wish wish) => StrategyCatalog.Find("scalper")!.Reasons[wish.Reason];
}
