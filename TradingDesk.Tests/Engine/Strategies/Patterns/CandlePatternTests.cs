using TradingDesk.Engine.Market;
using TradingDesk.Engine.Strategies.Patterns;
using Xunit;

namespace TradingDesk.Tests.Engine.Strategies.Patterns;

/// <summary>Each pattern as a trader draws it, the nearest candle that still is one, and the nearest that is none.</summary>
/// <remarks>Candles are written open high low close; prices are halves and quarters, which doubles hold exactly.</remarks>
public sealed class CandlePatternTests
{
    private const string Any = "100 101 99 100.5";

    [Theory]
    [InlineData("100 101 99 100", true)]
    [InlineData("100 102.5 100 100.25", true)] // A tenth of the range.
    [InlineData("100 102.25 100 100.25", false)]
    [InlineData("100 104 96 100.75", true)]
    [InlineData("100 104 96 101", false)]
    [InlineData("100 100 100 100", false)] // It never moved.
    public void A_doji_closes_about_where_it_opened(string last, bool expected)
    {
        var candles = Candles(Any, Any, last);

        Assert.Equal((expected, expected), (Doji.Is(candles), Doji.Is(candles.Mirrored())));
    }

    [Theory]
    [InlineData("100 101 99 100", "100 101 99 100", "99.5 100 97 100", true)]
    [InlineData("100 101 99 100", "100 101 99 100", "100 100 98.5 99.5", true)] // It may close lower; the shadow is twice the body.
    [InlineData("100 101 99 100", "100 101 99 100", "100 100 98.75 99.5", false)]
    [InlineData("100 101 99 100", "100 101 99 100", "99 100.5 90.5 98", true)] // Over it 15 hundredths of the range.
    [InlineData("100 101 99 100", "100 101 99 100", "99 101 90.5 98", false)]
    [InlineData("100 101 97 100", "100 101 99 100", "99.5 100 97 100", false)] // A low as low as another is not the lowest.
    [InlineData("100 101 99 100", "100 101 97 100", "99.5 100 97 100", false)]
    [InlineData("100 101 99 100", "100 101 99 100", "97 97 97 97", false)]
    public void A_hammer_is_bought_back_from_below_the_others(string before, string previous, string last, bool expected) =>
        AssertWay(Hammer.IsRising, Hammer.IsFalling, Candles(before, previous, last), expected);

    [Theory]
    [InlineData("101 101.5 98.5 99", "98.5 102 98 101.5", true)]
    [InlineData("101 101 99 99", "99 101.25 99 101.25", true)] // Opens at the close: candles of one session mostly do.
    [InlineData("101 101 99 99", "99 101 99 101", false)] // As large is not larger.
    [InlineData("101 101 99 99", "99.25 102 99 102", false)]
    [InlineData("101 101 99 99", "98 100.75 98 100.75", false)]
    [InlineData("99 101 99 101", "99 102 99 102", false)] // The one before must have fallen.
    [InlineData("101 101 99 99", "102 102 98 98", false)] // And it must rise.
    public void An_engulfing_body_covers_the_one_before(string previous, string last, bool expected) =>
        AssertWay(Engulfing.IsRising, Engulfing.IsFalling, Candles(Any, previous, last), expected);

    [Theory]
    [InlineData("104 104 100 100", "101 103 100.5 102", true)]
    [InlineData("104 104 100 100", "100 102 100 102", true)] // Half the body, from its edge.
    [InlineData("104 104 100 100", "100 102.25 100 102.25", false)]
    [InlineData("104 104 100 100", "99.75 101 99.75 101", false)]
    [InlineData("104 104 100 100", "103 105 103 105", false)] // Half the body, but not within it.
    [InlineData("104 104 100 100", "102 102 101 101", false)]
    [InlineData("103 105 100 100", "101 102 101 102", true)] // Six tenths of its range are a long body.
    [InlineData("102.75 105 100 100", "101 102 101 102", false)]
    [InlineData("104 104 100 100", "101 101 101 101", false)]
    public void A_harami_is_small_within_a_long_body(string previous, string last, bool expected) =>
        AssertWay(Harami.IsRising, Harami.IsFalling, Candles(Any, previous, last), expected);

    [Theory]
    [InlineData("110 110 100 100", "99 100 98 100", "100 107 100 107", true)]
    [InlineData("110 110 100 100", "100 104 100 103", "103 106 103 105.25", true)] // Three tenths of the fall's body.
    [InlineData("110 110 100 100", "100 104 100 103.25", "103 106 103 105.25", false)]
    [InlineData("110 110 100 100", "100 104 100 103", "103 106 103 105", false)] // At the middle is not beyond it.
    [InlineData("110 110 100 100", "103 104.75 102 104.75", "104 106 104 106", true)]
    [InlineData("110 110 100 100", "103 105 102 105", "104 106 104 106", false)] // A standstill in the middle of the fall.
    [InlineData("106 110 100 100", "99 100 98 100", "100 107 100 107", true)]
    [InlineData("105.75 110 100 100", "99 100 98 100", "100 107 100 107", false)]
    [InlineData("110 110 100 100", "99 100 98 100", "107 108 106 106", false)]
    public void A_star_stands_still_between_a_fall_and_a_rise(string before, string previous, string last, bool expected) =>
        AssertWay(Star.IsRising, Star.IsFalling, Candles(before, previous, last), expected);

    [Theory]
    [InlineData("100 102 100 102", "101 104 101 104", "103 106 103 106", true)]
    [InlineData("100 102 98 102", "100 104 100 103", "103 105 103 105", true)] // Half a body, a quarter above it, opening at the edges.
    [InlineData("100 102 97.75 102", "100 104 100 103", "103 105 103 105", false)]
    [InlineData("100 102 100 102", "100 104.25 100 103", "103 105 103 105", false)]
    [InlineData("100 102 100 102", "102.25 104 102.25 104", "103 106 103 106", false)] // Opens above the body before.
    [InlineData("100 102 100 102", "99.75 104 99.75 104", "103 106 103 106", false)]
    [InlineData("100 102 100 102", "101 102 101 102", "101 106 101 106", false)] // Closes no higher.
    [InlineData("100 102 100 102", "101 104 101 104", "106 106 103 103", false)]
    public void Three_in_a_row_go_on_where_the_last_stopped(string before, string previous, string last, bool expected) =>
        AssertWay(ThreeInARow.IsRising, ThreeInARow.IsFalling, Candles(before, previous, last), expected);

    [Theory]
    [InlineData("100 110 100 110", true)]
    [InlineData("100.25 110 100 109.75", true)] // 95 hundredths of the range.
    [InlineData("100.25 110 100 109.5", false)]
    [InlineData("110 110 100 100", false)]
    [InlineData("100 100 100 100", false)]
    public void A_marubozu_is_all_body(string last, bool expected) =>
        AssertWay(Marubozu.IsRising, Marubozu.IsFalling, Candles(Any, Any, last), expected);

    [Theory]
    [InlineData("110 110 100 100", "99 107 99 107", true)]
    [InlineData("110 110 100 100", "100 106 100 105.25", true)]
    [InlineData("110 110 100 100", "100 106 100 105", false)] // At the middle is not beyond it.
    [InlineData("110 110 100 100", "100 110 100 109.75", true)]
    [InlineData("110 110 100 100", "100 110 100 110", false)] // The whole body is an engulfing's.
    [InlineData("110 110 100 100", "100.25 107 100.25 107", false)]
    [InlineData("106 110 100 100", "99 104 99 104", true)]
    [InlineData("105.75 110 100 100", "99 104 99 104", false)]
    public void A_piercing_line_ends_in_the_upper_half_of_a_fall(string previous, string last, bool expected) =>
        AssertWay(Piercing.IsRising, Piercing.IsFalling, Candles(Any, previous, last), expected);

    [Theory]
    [InlineData("100 102 99 101", "101 103 101 102.25", true)]
    [InlineData("100 102 99 101", "101 103 101 102", false)] // At the high is not above it.
    [InlineData("100 102 99 101", "102 104 102 102.5", true)]
    [InlineData("100 102 99 101", "102.25 103.25 101 102.5", true)]
    [InlineData("100 102 99 101", "102.25 103.5 101 102.5", false)] // A body of a tenth of the range is a doji's.
    public void A_break_closes_beyond_the_candle_before(string previous, string last, bool expected) =>
        AssertWay(Break.IsRising, Break.IsFalling, Candles(Any, previous, last), expected);

    private static void AssertWay(PatternTest isRising, PatternTest isFalling, in ThreeCandles candles, bool expected)
    {
        Assert.Equal(expected, isRising(candles));
        Assert.Equal(expected, isFalling(Upended(candles)));
    }

    /// <summary>Mirrored by hand around a price, so that a pattern that looked at the price itself would be found out.</summary>
    private static ThreeCandles Upended(in ThreeCandles candles) =>
        new(
            StrategyMarkets.Mirror(candles.Before, 128),
            StrategyMarkets.Mirror(candles.Previous, 128),
            StrategyMarkets.Mirror(candles.Last, 128));

    private static ThreeCandles Candles(string before, string previous, string last) => new(Candle(before), Candle(previous), Candle(last));

    private static CandleValues Candle(string text)
    {
        var prices = text.Split(' ').Select(price => double.Parse(price, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var candle = new CandleValues(prices[0], prices[1], prices[2], prices[3], 1);
        Assert.True(candle.High >= Math.Max(candle.Open, candle.Close) && candle.Low <= Math.Min(candle.Open, candle.Close), text);
        return candle;
    }
}
