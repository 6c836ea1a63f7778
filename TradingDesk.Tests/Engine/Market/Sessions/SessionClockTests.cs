using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Market.Sessions;

public sealed class SessionClockTests
{
    private static readonly DateOnly _friday = new(2026, 1, 2);

    [Fact]
    public void A_session_is_the_clock_s_from_its_open_until_the_next_one_opens()
    {
        var clock = new SessionClock(TestCalendars.Weekdays, TestCalendars.Stocks);
        Instant[] moments = [TestPlans.Open.PlusMilliseconds(-1), TestPlans.Open, TestPlans.Close, TestPlans.Open.PlusSeconds(86_400)];

        var dates = moments.Select(moment => clock.At(moment).Date).ToList();

        Assert.Equal([_friday, TestPlans.Monday, TestPlans.Monday, TestPlans.Monday.AddDays(1)], dates);
    }

    [Theory]
    [InlineData(0, -1, -1)]
    [InlineData(4_999, -1, -1)]
    [InlineData(5_000, -1, 0)]
    [InlineData(4_000, -1_000, -1)]
    [InlineData(4_001, -1_000, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(-1, 0, 0)]
    [InlineData(-1, -1, -1)]
    [InlineData(-1, 4_999, 0)]
    public void A_tick_a_little_across_an_open_counts_for_its_own_session(int clockMillis, int tickMillis, int day)
    {
        var clock = new SessionClock(TradingCalendar.AlwaysOpen, TestCalendars.Stocks);

        var near = clock.Near(TestPlans.Midnight.PlusMilliseconds(tickMillis), TestPlans.Midnight.PlusMilliseconds(clockMillis));

        Assert.Equal(TestPlans.Monday.AddDays(day), near.Date);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-2 * 86_400)]
    public void A_tick_before_the_open_of_a_market_that_closes_is_outside_the_session_it_is_given(int second)
    {
        var clock = new SessionClock(TestCalendars.Weekdays, TestCalendars.Stocks);
        var tick = TestPlans.Open.PlusSeconds(second);

        var near = clock.Near(tick, TestPlans.Open.PlusSeconds(1));

        Assert.False(near.Contains(tick));
    }

    [Fact]
    public void A_candle_is_given_its_own_session_whichever_was_asked_for_before()
    {
        var clock = new SessionClock(TestCalendars.Weekdays, TestCalendars.Stocks);
        clock.At(TestPlans.Open);
        int[] days = [0, 1, 1, -3, 1, 0];

        var dates = days.Select(day => clock.Of(TestPlans.Open.PlusSeconds((86_400 * day) + 60)).Date).ToList();

        Assert.Equal(days.Select(day => TestPlans.Monday.AddDays(day)), dates);
    }

    [Fact]
    public void A_candle_of_no_session_is_given_the_one_before_it()
    {
        var clock = new SessionClock(TestCalendars.Weekdays, TestCalendars.Stocks);

        var session = clock.Of(TestPlans.Midnight);

        Assert.Equal(_friday, session.Date);
    }

    [Fact]
    public void Instruments_of_the_same_hours_share_a_clock_until_and_after_the_calendar_changes()
    {
        var instruments = new InstrumentTable(
        [
            new Instrument(Segment.Nse, 1, "A", "Stock", InstrumentKind.Equity),
            new Instrument(Segment.Nse, 2, "B", "Stock", InstrumentKind.Equity),
            new Instrument(Segment.Nfo, 3, "F", "Future", InstrumentKind.Future),
        ]);
        var clocks = new SessionClocks(TestCalendars.Weekdays, instruments);
        var before = clocks[new InstrumentId(0)];

        clocks.Change(TradingCalendar.AlwaysOpen);

        Assert.Same(TradingCalendar.AlwaysOpen, clocks.Calendar);
        Assert.NotSame(before, clocks[new InstrumentId(0)]);
        Assert.Same(clocks[new InstrumentId(0)], clocks[new InstrumentId(1)]);
        Assert.NotSame(clocks[new InstrumentId(0)], clocks[new InstrumentId(2)]);
        Assert.Equal(TestPlans.Midnight, clocks[new InstrumentId(2)].At(TestPlans.Open).Open);
    }
}
