using System.Globalization;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Market.Sessions;

/// <summary>What the entries of a calendar make of a day: which goes before which, and how sure the day then is.</summary>
public sealed class HoursCalendarTests
{
    private static readonly TradingHours _stocks = TestCalendars.Stocks;
    private static readonly TradingHours _bse = new(Exchange.Bse, MarketPart.Stocks);

    [Theory]
    [InlineData("2025-12-31", "09:00", false)]
    [InlineData("2026-01-01", "09:00", true)]
    [InlineData("2026-01-30", "09:00", true)]
    [InlineData("2026-02-02", "11:00", true)]
    [InlineData("2026-02-27", "11:00", true)]
    [InlineData("2026-03-02", "11:00", false)]
    [InlineData("2026-01-15", "10:00", true)]
    public void The_last_shape_that_covers_a_day_gives_its_hours_and_beyond_them_the_nearest(string date, string open, bool isKnown)
    {
        var calendar = TestCalendars.Of(
            Line("known", "2026-01-01", "2026-02-28"),
            Line("shape", "2026-01-01", "2026-01-31", "open 09:00-15:00"),
            Line("shape", "2026-01-15", "2026-01-15", "open 10:00-15:00"),
            Line("shape", "2026-02-01", "2026-02-28", "open 11:00-15:00"));

        var day = calendar.DayOf(_stocks, Date(date));

        Assert.Equal((open, isKnown), (CalendarWords.TimeOf(day.Phases[0].FromSecond), day.IsKnown));
        Assert.Equal(EntryKind.Shape, day.Entry!.Kind);
    }

    [Theory]
    [InlineData("confirmed", "confirmed", Certainty.Confirmed)]
    [InlineData("one-source", "confirmed", Certainty.OneSource)]
    [InlineData("confirmed", "unconfirmed", Certainty.Unconfirmed)]
    [InlineData("unconfirmed", "one-source", Certainty.Unconfirmed)]
    public void A_plain_day_is_no_surer_than_its_hours_and_the_entry_that_makes_it_one(string shape, string day, object expected)
    {
        var calendar = TestCalendars.Of(
            Line("shape", "2026-01-01", "", "open 09:15-15:30", certainty: shape),
            Line("regular", "2026-01-05", "2026-01-05", certainty: day));

        var certainty = calendar.DayOf(_stocks, TestPlans.Monday).Certainty;

        Assert.Equal((Certainty)expected, certainty);
    }

    [Theory]
    [InlineData("one-source", "confirmed", Certainty.OneSource)]
    [InlineData("confirmed", "one-source", Certainty.OneSource)]
    [InlineData("unconfirmed", "one-source", Certainty.Unconfirmed)]
    [InlineData("confirmed", "confirmed", Certainty.Confirmed)]
    public void Another_exchange_s_day_is_no_surer_than_that_it_is_kept(string follows, string closed, object expected)
    {
        var calendar = TestCalendars.Of(
            Line("shape", "2026-01-01", "", "open 09:15-15:30"),
            Line("closed", "2026-01-05", "2026-01-05", certainty: closed),
            Line("follows", "2026-01-01", "", "NSE", "BSE", follows));

        var day = calendar.DayOf(_bse, TestPlans.Monday);

        Assert.Equal((EntryKind.Closed, (Certainty)expected), (day.Kind, day.Certainty));
    }

    [Fact]
    public void An_exchange_s_own_entry_goes_before_the_followed_one_and_is_as_sure_as_it_says()
    {
        var calendar = TestCalendars.Of(
            Line("session", "2026-01-05", "2026-01-05", "open 10:00-11:00", "BSE"),
            Line("shape", "2026-01-01", "", "open 09:15-15:30"),
            Line("closed", "2026-01-05", "2026-01-05"),
            Line("follows", "2026-01-01", "", "MCX", "BSE"),
            Line("follows", "2026-01-01", "", "NSE", "BSE", "unconfirmed"));

        var days = new[] { _bse, _stocks }.Select(hours => calendar.DayOf(hours, TestPlans.Monday)).ToList();

        Assert.Equal([(EntryKind.Session, Certainty.Confirmed), (EntryKind.Closed, Certainty.Confirmed)],
            days.Select(day => (day.Kind, day.Certainty)));
        Assert.Equal((EntryKind.Regular, Certainty.Unconfirmed), KindOf(calendar.DayOf(_bse, TestPlans.Monday.AddDays(1))));

        static (EntryKind, Certainty) KindOf(CalendarDay day) => (day.Kind, day.Certainty);
    }

    [Theory]
    [InlineData("closed", "", EntryKind.Closed)]
    [InlineData("regular", "", EntryKind.Regular)]
    [InlineData("session", "open 18:00-19:00", EntryKind.Session)]
    public void A_day_of_its_own_is_known_though_the_calendar_s_span_does_not_reach_it(string kind, string phases, object expected)
    {
        var calendar = TestCalendars.Of(
            Line("shape", "2026-01-01", "", "open 09:15-15:30"), Line(kind, "2026-01-10", "2026-01-11", phases));

        var days = Enumerable.Range(9, 4).Select(day => calendar.DayOf(_stocks, new DateOnly(2026, 1, day))).ToList();

        Assert.Equal([EntryKind.Regular, (EntryKind)expected, (EntryKind)expected, EntryKind.Regular], days.Select(day => day.Kind));
        Assert.Equal([false, true, true, false], days.Select(day => day.IsKnown));
        Assert.Equal([false, true, true, false], days.Select(day => day.Entry!.Kind != EntryKind.Shape));
    }

    [Fact]
    public void A_weekend_inside_the_span_is_known_to_be_closed_and_outside_it_is_closed_too()
    {
        var calendar = TestCalendars.Of(
            Line("known", "2026-01-01", "2026-01-10"),
            Line("shape", "2026-01-01", "", "open 09:15-15:30", certainty: "unconfirmed"));

        var days = Enumerable.Range(10, 2).Select(day => calendar.DayOf(_stocks, new DateOnly(2026, 1, day))).ToList();

        Assert.Equal([(EntryKind.Closed, true), (EntryKind.Closed, false)], days.Select(day => (day.Kind, day.IsKnown)));
        Assert.All(days, day => Assert.Equal((null, Certainty.Confirmed, 0), (day.Entry, day.Certainty, day.Phases.Count)));
    }

    [Fact]
    public void The_calendar_is_known_to_the_last_of_its_spans()
    {
        var calendar = TestCalendars.Of(
            Line("known", "2026-01-01", "2026-12-31"),
            Line("known", "2025-01-01", "2025-12-31"),
            Line("shape", "2025-01-01", "", "open 09:15-15:30"),
            Line("shape", "2025-01-01", "", "open 09:15-15:30", "MCX"));

        var through = new[] { Exchange.Nse, Exchange.Mcx }.Select(exchange => calendar.KnownThrough(_stocks with { Exchange = exchange }));

        Assert.Equal([new DateOnly(2026, 12, 31), null], through);
        Assert.True(calendar.DayOf(_stocks, new DateOnly(2025, 1, 1)).IsKnown);
    }

    [Fact]
    public void The_longest_session_is_counted_from_the_first_open_part_to_the_last()
    {
        var calendar = TestCalendars.Of(
            Line("shape", "2025-01-01", "2025-12-31", "open 09:00-09:30; post-close 10:00-20:00"),
            Line("shape", "2026-01-01", "2026-01-31", "pre-open 08:00-09:00; open 10:00-11:00; open 13:00-14:00; post-close 15:00-20:00"),
            Line("shape", "2026-02-01", "", "open 09:15-10:15"));

        var seconds = calendar.SessionSecondsMost(_stocks);

        Assert.Equal(4 * 3_600, seconds);
    }

    [Theory]
    [InlineData("2026-01-05", "15:10")]
    [InlineData("2026-02-02", "15:20")]
    [InlineData("2026-03-02", "15:25")]
    [InlineData("2027-01-04", "15:25")]
    [InlineData("2026-01-06", "18:00")]
    [InlineData("2026-01-10", null)]
    public void Positions_are_left_by_the_rule_of_the_day_never_before_the_open(string date, string? time)
    {
        var calendar = TestCalendars.Of(
            Line("shape", "2026-01-01", "", "open 09:15-15:30"),
            Line("session", "2026-01-06", "2026-01-06", "open 18:00-18:15"),
            Line("square-off", "2026-01-01", "2026-01-31", "20"),
            Line("square-off", "2026-02-01", "2026-02-28", "30"),
            Line("square-off", "2026-02-01", "2026-02-28", "10"),
            Line("square-off", "2026-03-01", "2026-12-31", "5"));

        var at = calendar.SquareOff(_stocks, Date(date));

        Assert.Equal(time, at?.ToIndia().ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Without_a_rule_nothing_says_when_positions_are_left()
    {
        var calendar = TestCalendars.Of(Line("shape", "2026-01-01", "", "open 09:15-15:30"));

        var at = calendar.SquareOff(_stocks, TestPlans.Monday);

        Assert.Null(at);
    }

    private static string Line(
        string kind, string from, string to, string says = "", string exchange = "NSE", string certainty = "confirmed") =>
        $"{kind},{from},{to},{exchange},stocks,{says},{certainty},c,n,,o";

    private static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
