using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Market;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Catalogue;

/// <summary>The parabolic stop and reverse against Wilder's rules, a rising and a falling trend written out apart.</summary>
public sealed class PsarTests : IndicatorContract
{
    protected override IReadOnlyList<string> Specs => ["PSAR:0.02:0.2", "PSAR:0.001:0.001", "PSAR:0.3:1", "PSAR:1:1"];

    [Fact]
    public void It_starts_rising_at_the_first_candles_low()
    {
        var value = Assert.Single(ReadAfter(SetOf("PSAR"), [Ranging(10, 8), Ranging(12, 9)]));

        Assert.Equal(8, value);
    }

    [Fact]
    public void It_starts_falling_at_the_first_candles_high_if_the_second_reaches_farther_down()
    {
        var value = Assert.Single(ReadAfter(SetOf("PSAR"), [Ranging(10, 8), Ranging(10.5, 7)]));

        // The second candle touches the stop at 10 and turns it at once: it stands at the lowest low, 7.
        Assert.Equal(7, value);
    }

    [Fact]
    public void A_second_candle_that_reaches_equally_far_on_both_sides_starts_it_rising()
    {
        var value = Assert.Single(ReadAfter(SetOf("PSAR"), [Ranging(10, 8), Ranging(11, 9), Ranging(12, 10)]));
        var tie = Assert.Single(ReadAfter(SetOf("PSAR"), [Ranging(10, 8), Ranging(11, 7)]));

        // From 8 by 0.02 towards 11; a tie starts at the low of 8, which 7 touches, so that it turns to the high of 11.
        Assert.Equal(8.06, value, 1e-12);
        Assert.Equal(11, tie);
    }

    [Fact]
    public void Each_new_extreme_speeds_it_up_to_the_most()
    {
        CandleValues[] candles = [Ranging(100, 90), Ranging(110, 101), Ranging(120, 111), Ranging(130, 121), Ranging(140, 131)];

        var value = Assert.Single(ReadAfter(SetOf("PSAR:0.1:0.2"), candles));

        // 90; by 0.1 towards 110 is 92; by 0.2 towards 120 is 97.6; by 0.2, the most, towards 130 is 104.08.
        Assert.Equal(104.08, value, 1e-12);
    }

    [Fact]
    public void A_candle_that_touches_it_turns_it_to_the_trends_extreme()
    {
        var set = SetOf("PSAR");

        var turned = Assert.Single(ReadAfter(set, [Ranging(10, 8), Ranging(12, 9), Ranging(11, 8.06)]));
        var after = Assert.Single(ReadAfter(set, [Ranging(10, 8)]));

        // The stop for the third candle is 8 + 0.02 x (12 - 8) = 8.08. The next would be 11.9212, but the second candle reached 12.
        Assert.Equal(12, turned);
        Assert.Equal(12, after, 1e-12);
    }

    [Fact]
    public void In_a_flat_market_it_is_the_price()
    {
        var value = Assert.Single(ReadAfter(SetOf("PSAR"), Enumerable.Repeat(At(1234.05), 500)));

        Assert.Equal(1234.05, value);
    }

    [Fact]
    public void A_maximum_below_the_step_is_refused()
    {
        var parsed = IndicatorSpecs.Parse("PSAR:0.3:0.2");

        Assert.Equal("PSAR:0.3:0.2: maximum must not be below step", Assert.Single(parsed.Errors));
    }

    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        var (step, maximum) = (parameters[0], parameters[1]);
        var values = Nothing(candles.Count, 1);
        var (up, down) = (candles[1].High - candles[0].High, candles[0].Low - candles[1].Low);
        var rising = down <= 0 || down <= up;
        var trend = 1;
        var stop = rising ? candles[0].Low : candles[0].High;
        var speed = step;
        for (var i = 1; i < candles.Count; i++)
        {
            var (lowest, highest) = Range(candles, Math.Max(1, i - 1), i);
            if (rising ? candles[i].Low <= stop : candles[i].High >= stop)
            {
                // The extreme of the trend that ends, its last candle's own move not counted unless it is the first.
                var (low, high) = Range(candles, trend, Math.Max(trend, i - 1));
                rising = !rising;
                stop = rising ? Math.Min(low, lowest) : Math.Max(high, highest);
                (trend, speed) = (i, step);
            }
            else if (i > trend)
            {
                var (low, high) = Range(candles, trend, i - 1);
                if (rising ? candles[i].High > high : candles[i].Low < low) speed = Math.Min(speed + step, maximum);
            }

            values[i][0] = stop;
            var (bottom, top) = Range(candles, trend, i);
            stop = rising
                ? Math.Min(stop + (speed * (top - stop)), lowest)
                : Math.Max(stop + (speed * (bottom - stop)), highest);
        }

        return values;
    }

    private static (double Low, double High) Range(IReadOnlyList<CandleValues> candles, int from, int to)
    {
        var range = candles.Skip(from).Take(to - from + 1).ToArray();
        return (range.Min(candle => candle.Low), range.Max(candle => candle.High));
    }

    private static CandleValues Ranging(double high, double low) => new(low, high, low, high, 1);
}
