using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Market;

public sealed class CandleTests
{
    [Fact]
    public void A_candle_that_takes_in_a_later_one_spans_both_and_counts_the_lost_seconds_of_both()
    {
        var candle = Of(100, 130, 90, 110) with { Volume = 5, Ticks = 2, Gaps = 7, Quality = CandleQuality.Gap };
        var later = Of(105, 140, 95, 120) with { Volume = 6, Ticks = 3, Gaps = 4, Quality = CandleQuality.Gap | CandleQuality.Filled };

        candle.Merge(later);

        Assert.Equal(
            Of(100, 140, 90, 120) with { Volume = 11, Ticks = 5, Gaps = 11, Quality = CandleQuality.Gap | CandleQuality.Filled }, candle);
    }

    [Fact]
    public void Indicators_are_given_rupees_and_units_and_the_seconds_of_its_start_and_of_its_session()
    {
        var candle = Of(1_000_500, 1_010_000, 990_025, 1_005_000) with { Volume = 42 };

        var values = candle.ToValues(TestPlans.Open.PlusSeconds(-60));

        Assert.Equal(
            new CandleValues(100.05, 101, 99.0025, 100.5, 42)
            {
                Start = TestPlans.Open.UnixSeconds,
                SessionOpen = TestPlans.Open.UnixSeconds - 60,
            },
            values);
    }

    private static Candle Of(long open, long high, long low, long close) => new()
    {
        Start = TestPlans.Open,
        Open = new Price(open),
        High = new Price(high),
        Low = new Price(low),
        Close = new Price(close),
        Seconds = 60,
    };
}
