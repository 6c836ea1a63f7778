using System.Globalization;
using TradingDesk.Engine;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine;

/// <summary>The calendar changed on the running desk: NSE extends or ends a day it has begun, a day is closed late.</summary>
public sealed class CalendarChangeTests
{
    private const string Extended = "session,2026-07-31,2026-07-31,NSE,stocks,open 09:15-17:00,confirmed,c,n,outage,operator";
    private static readonly Instant _noon = India("2026-07-31T12:00:00");

    [Fact]
    public void A_session_that_is_extended_goes_on_in_the_same_candles()
    {
        var desk = Desk(_noon);
        desk.Tick(TestPlans.One, _noon, 10_000);
        desk.Ask(_noon.PlusSeconds(1), new ChangeCalendar(Extended));

        desk.Tick(TestPlans.One, India("2026-07-31T16:30:00"), 10_100);
        desk.Time(India("2026-07-31T17:00:02"));

        var day = Assert.Single(desk.Candles(TestPlans.One, 86_400));
        Assert.Equal((Price.FromPaise(10_000), Price.FromPaise(10_100), 2), (day.Open, day.Close, day.Ticks));
        Assert.Single(desk.Of(FactKind.CalendarChanged));
    }

    [Fact]
    public void A_session_that_is_cut_closes_its_candles_at_the_new_end_and_the_last_says_short()
    {
        var desk = Desk(_noon);
        desk.Tick(TestPlans.One, _noon, 10_000);

        desk.Ask(_noon.PlusSeconds(1), new ChangeCalendar(Extended.Replace("17:00", "12:10", StringComparison.Ordinal)));
        desk.Time(India("2026-07-31T12:10:02"));

        Assert.Single(desk.Candles(TestPlans.One, 86_400));
        Assert.Equal(CandleQuality.Short, Assert.Single(desk.Candles(TestPlans.One, 3_600)).Quality & CandleQuality.Short);
        desk.Tick(TestPlans.One, India("2026-07-31T12:11:00"), 10_000);
        desk.Time(India("2026-07-31T12:12:00"));
        Assert.Equal(1, desk.Board.ReadCounters().Faults.OutsideSession);
    }

    [Theory]
    [InlineData("12:00:00", "closed,2026-07-31,2026-07-31,NSE,stocks,,confirmed,c,n,,o")]
    [InlineData("12:00:00", "session,2026-07-31,2026-07-31,NSE,stocks,open 09:00-15:30,confirmed,c,n,,o")]
    [InlineData("12:00:00", "session,2026-07-31,2026-07-31,NSE,stocks,open 09:15-11:00,confirmed,c,n,,o")]
    [InlineData("15:30:00", "session,2026-07-31,2026-07-31,NSE,stocks,open 09:15-17:00,confirmed,c,n,,o")]
    [InlineData("12:00:00", "session,2026-07-31,2026-07-31,NSE,stocks,open 09:15-10:00; open 10:30-15:30,confirmed,c,n,,o")]
    [InlineData("12:00:00", "session,2026-07-31,2026-07-31,NSE,stocks,open 09:15-11:40; open 12:30-15:30,confirmed,c,n,,o")]
    [InlineData("12:00:00", "no line of a calendar")]
    public void What_has_happened_is_not_changed(string time, string line)
    {
        var now = India($"2026-07-31T{time}");
        var desk = Desk(now.PlusSeconds(-60));
        desk.Time(now);

        desk.Ask(now, new ChangeCalendar(line));

        Assert.Equal(RefusalCode.CalendarNotAllowed, Assert.Single(desk.Of(FactKind.CommandRefused)).Refusal);
        Assert.Same(desk.Plan.Calendar, desk.Board.Calendar);
    }

    [Fact]
    public void A_pause_to_come_can_be_entered_and_its_end_moved_while_it_lasts_but_not_what_was_of_it()
    {
        const string Paused = "session,2026-07-31,2026-07-31,NSE,stocks,open 09:15-12:05; open 12:30-15:30,confirmed,c,n,,o";
        var desk = Desk(_noon);

        desk.Ask(_noon, new ChangeCalendar(Paused));
        desk.Time(India("2026-07-31T12:10:00"));
        desk.Ask(India("2026-07-31T12:10:00"), new ChangeCalendar(Paused.Replace("12:30", "12:20", StringComparison.Ordinal)));
        desk.Time(India("2026-07-31T12:21:00"));
        desk.Ask(India("2026-07-31T12:21:00"), new ChangeCalendar(Paused));

        Assert.Equal(2, desk.Of(FactKind.CalendarChanged).Count());
        Assert.Equal(RefusalCode.CalendarNotAllowed, Assert.Single(desk.Of(FactKind.CommandRefused)).Refusal);
    }

    [Fact]
    public void A_candle_that_began_in_the_pause_ends_with_a_session_that_is_cut()
    {
        const string Paused = "session,2026-07-31,2026-07-31,NSE,stocks,open 09:15-12:05; open 12:30-15:30,confirmed,c,n,,o";
        var desk = Desk(_noon);
        desk.Ask(_noon, new ChangeCalendar(Paused));
        desk.Tick(TestPlans.One, India("2026-07-31T12:40:00"), 10_000);

        desk.Ask(India("2026-07-31T12:45:00"), new ChangeCalendar(Paused.Replace("15:30", "13:00", StringComparison.Ordinal)));
        desk.Time(India("2026-07-31T13:00:02"));

        var hour = Assert.Single(desk.Candles(TestPlans.One, 3_600));
        Assert.Equal(India("2026-07-31T12:15:00"), hour.Start);
        Assert.Equal(CandleQuality.Short, hour.Quality & CandleQuality.Short);
    }

    [Fact]
    public void Tomorrow_s_holiday_can_be_entered_today_and_a_day_without_a_session_can_get_one_that_is_still_to_come()
    {
        var desk = Desk(_noon);

        desk.Ask(_noon, new ChangeCalendar("closed,2026-08-03,2026-08-03,NSE,stocks,,confirmed,c,n,,o"));
        desk.Ask(_noon, new ChangeCalendar("session,2026-08-01,2026-08-01,NSE,stocks,open 11:00-12:00,confirmed,c,n,,o"));
        desk.Tick(TestPlans.One, India("2026-08-01T11:30:00"), 10_000);
        desk.Time(India("2026-08-01T12:00:02"));

        Assert.Empty(desk.Of(FactKind.CommandRefused));
        Assert.Single(desk.Candles(TestPlans.One, 86_400));
        Assert.False(desk.Board.Calendar.TryGetSession(TestCalendars.Stocks, new DateOnly(2026, 8, 3), out _));
    }

    [Fact]
    public void A_market_around_the_clock_keeps_no_dated_calendar()
    {
        var desk = new DeskUnderTest(TestPlans.File(TradingCalendar.AlwaysOpen, 1, 60), _noon);

        desk.Ask(_noon, new ChangeCalendar(Extended));

        Assert.Equal(RefusalCode.CalendarNotAllowed, Assert.Single(desk.Of(FactKind.CommandRefused)).Refusal);
    }

    private static DeskUnderTest Desk(Instant start) => new(TestPlans.File(TradingCalendar.BuiltIn(), 1, 60, 3_600, 86_400), start);

    private static Instant India(string text) => Instant.From(DateTimeOffset.Parse(text + "+05:30", CultureInfo.InvariantCulture));
}
