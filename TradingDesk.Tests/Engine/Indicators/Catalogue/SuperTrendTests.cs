using TradingDesk.Engine.Market;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Catalogue;

/// <summary>SuperTrend against TradingView's published script, written out over whole columns.</summary>
public sealed class SuperTrendTests : IndicatorContract
{
    protected override IReadOnlyList<string> Specs => ["SUPERTREND:1:2", "SUPERTREND:7:1.5", "SUPERTREND:10:3", "SUPERTREND:50:0.5"];

    [Fact]
    public void Its_first_direction_is_down_with_the_line_above()
    {
        var values = ReadAfter(SetOf("SUPERTREND:2:3"), [new(10, 12, 8, 11, 1), new(11, 14, 10, 13, 1)]);

        // True ranges 4 and 4, middle 12: the upper band is 12 + 3 x 4.
        Assert.Equal([24, -1], values);
    }

    [Fact]
    public void A_close_above_the_line_turns_it_up_and_the_line_jumps_below()
    {
        var values = ReadAfter(SetOf("SUPERTREND:1:1"), [new(10, 11, 9, 10, 1), new(10, 20, 10, 20, 1)]);

        // The first bands, 10 + 2 and 10 - 2, stay because 15 + 10 and 15 - 10 are farther away; 20 closes above.
        Assert.Equal([8, +1], values);
    }

    [Fact]
    public void A_rising_market_ends_up_with_the_line_below_and_a_falling_one_down_with_the_line_above()
    {
        var rising = CandleShapes.Make("rising", 200, seed: 3);
        var falling = CandleShapes.Make("falling", 200, seed: 3);

        var up = ReadAfter(SetOf("SUPERTREND:10:3"), rising);
        var down = ReadAfter(SetOf("SUPERTREND:10:3"), falling);

        Assert.True(up[1] > 0 && up[0] < rising[^1].Close);
        Assert.True(down[1] < 0 && down[0] > falling[^1].Close);
    }

    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        var (period, multiplier) = ((int)parameters[0], parameters[1]);
        var ranges = AverageTrueRanges(period, candles);
        var (upper, lower, direction) = (new double[candles.Count], new double[candles.Count], new double[candles.Count]);
        var values = Nothing(candles.Count, 2);
        for (var i = period - 1; i < candles.Count; i++)
        {
            var middle = (candles[i].High + candles[i].Low) / 2;
            upper[i] = middle + (multiplier * ranges[i]);
            lower[i] = middle - (multiplier * ranges[i]);
            direction[i] = -1;
            if (i >= period)
            {
                lower[i] = lower[i] > lower[i - 1] || candles[i - 1].Close < lower[i - 1] ? lower[i] : lower[i - 1];
                upper[i] = upper[i] < upper[i - 1] || candles[i - 1].Close > upper[i - 1] ? upper[i] : upper[i - 1];
                if (direction[i - 1] < 0) direction[i] = candles[i].Close > upper[i] ? +1 : -1;
                else direction[i] = candles[i].Close < lower[i] ? -1 : +1;
            }

            values[i] = [direction[i] > 0 ? lower[i] : upper[i], direction[i]];
        }

        return values;
    }

    private static double[] AverageTrueRanges(int period, IReadOnlyList<CandleValues> candles)
    {
        var ranges = candles.Select((candle, i) => TrueRange(candle, i == 0 ? candle.Low : candles[i - 1].Close)).ToArray();
        var averages = new double[candles.Count];
        averages[period - 1] = ranges.Take(period).Average();
        for (var i = period; i < candles.Count; i++) averages[i] = (ranges[i] + (averages[i - 1] * (period - 1))) / period;
        return averages;
    }

    private static double TrueRange(CandleValues candle, double previous) => Enumerable.Max(
        [candle.High - candle.Low, Math.Abs(candle.High - previous), Math.Abs(candle.Low - previous)]);
}
