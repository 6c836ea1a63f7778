using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Market;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators;

/// <summary>How often a forming value stood on the side that its candle did not close on.</summary>
public sealed class FlipMeterTests
{
    [Fact]
    public void A_candle_that_crossed_the_average_and_came_back_flipped_and_one_that_stayed_did_not()
    {
        var meter = MeterOf("SMA:2", warm: [100, 100]);

        // The average of two closes lies between them, so the price stands on its side of the last close.
        Form(meter, 101, 99, 102);
        Form(meter, 103, 104, 105);

        Assert.Equal((2, 1, 2), (meter.Candles, meter.Flipped(0), meter.Flips(0)));
    }

    [Fact]
    public void Without_a_side_nothing_flips()
    {
        var meter = MeterOf("SMA:1", warm: [100]);

        Form(meter, 101, 99, 100);

        Assert.Equal((0, 0), (meter.Flipped(0), meter.Flips(0)));
    }

    [Fact]
    public void An_oscillator_flips_when_it_turns_about_its_last_close()
    {
        var meter = MeterOf("RSI:2", warm: [100, 101, 100, 101]);

        Form(meter, 99, 103);

        Assert.Equal((1, 1), (meter.Flipped(0), meter.Flips(0)));
    }

    [Fact]
    public void A_direction_flips_with_its_sign()
    {
        var meter = MeterOf("SUPERTREND:1:1", warm: [10, 9.9, 9.8]);
        var column = Column("SUPERTREND:1:1", "direction");

        Form(meter, 30, 9.8);

        Assert.Equal(1, meter.Flipped(column));
    }

    private static int Column(string spec, string output) =>
        Assert.Single(IndicatorSpecs.Parse(spec).Specs).Description.Outputs.ToList().FindIndex(known => known.Name == output);

    private static FlipMeter MeterOf(string spec, double[] warm)
    {
        var set = new IndicatorSet(new IndicatorList(IndicatorSpecs.Parse(spec).Specs));
        foreach (var close in warm) set.Update(At(close));
        return new FlipMeter(set);
    }

    /// <summary>A candle that is looked at at each of these prices and closes at the last.</summary>
    private static void Form(FlipMeter meter, params double[] prices)
    {
        foreach (var price in prices) meter.See(At(price));
        meter.Close(At(prices[^1]));
    }

    private static CandleValues At(double price) => new(price, price + 0.25, price - 0.25, price, 1);
}
