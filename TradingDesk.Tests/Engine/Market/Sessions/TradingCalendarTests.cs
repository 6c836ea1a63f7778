using System.Globalization;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Market.Sessions;

public sealed class TradingCalendarTests
{
    private static readonly TradingHours _index = new(Exchange.Nse, MarketPart.Index);
    private static readonly TradingHours _stocks = new(Exchange.Nse, MarketPart.Stocks);
    private static readonly TradingHours _fnoStocks = new(Exchange.Nse, MarketPart.FnoStocks);
    private static readonly TradingHours _futures = new(Exchange.Nse, MarketPart.Futures);
    private static readonly TradingHours _options = new(Exchange.Nse, MarketPart.Options);

    private static readonly Timeframe[] _timeframes =
        [.. new[] { 60, 120, 300, 600, 900, 3_600, 86_400 }.Select(seconds => new Timeframe(seconds))];

    [Fact]
    public void The_built_in_file_is_read_whole()
    {
        var file = CalendarFile.BuiltIn();

        Assert.Empty(file.Problems);
        Assert.True(file.Entries.Count > 100);
        Assert.All(file.Entries, entry => Assert.Equal("built-in", entry.By));
    }

    [Theory]
    [InlineData(2021, 246, "2021-02-24 2021-11-04")]
    [InlineData(2022, 247, "2022-10-24")]
    [InlineData(2023, 245, "2023-11-12")]
    [InlineData(2024, 246, "2024-03-02 2024-05-18 2024-11-01")]
    [InlineData(2025, 248, "2025-10-21")]
    [InlineData(2026, 246, "2026-11-08")]
    public void Each_year_has_its_trading_days_and_its_special_sessions(int year, int plain, string special)
    {
        var calendar = TradingCalendar.BuiltIn();

        var days = DaysOf(year).Select(date => calendar.DayOf(_stocks, date)).ToList();

        Assert.Equal(plain, days.Count(day => day.Kind == EntryKind.Regular));
        Assert.Equal(special, string.Join(' ', days.Where(day => day.Kind == EntryKind.Session).Select(day => $"{day.Date:yyyy-MM-dd}")));
        Assert.All(days, day => Assert.True(day.IsKnown));
    }

    [Fact]
    public void The_Muhurat_evening_of_2021_is_the_only_session_of_its_day()
    {
        var calendar = TradingCalendar.BuiltIn();

        calendar.TryGetSession(_index, new DateOnly(2021, 11, 4), out var session);

        Assert.Equal(India("2021-11-04T18:15:00"), session.Open);
        Assert.Equal(India("2021-11-04T19:15:00"), session.Close);
        Assert.False(calendar.TryGetSession(_index, India("2021-11-04T10:00:00"), out _));
        Assert.Equal(India("2021-11-04T18:15:00"), calendar.PhaseAt(_index, India("2021-11-04T10:00:00")).Until);
        Assert.Equal(India("2021-11-08T09:15:00"), calendar.PhaseAt(_index, India("2021-11-04T19:15:00")).Until);
    }

    [Fact]
    public void The_outage_of_February_2021_is_a_pause_and_the_day_ended_at_five()
    {
        var calendar = TradingCalendar.BuiltIn();

        calendar.TryGetSession(_fnoStocks, new DateOnly(2021, 2, 24), out var session);
        calendar.TryGetSession(new TradingHours(Exchange.Bse, MarketPart.Stocks), new DateOnly(2021, 2, 24), out var bse);

        Assert.Equal((145 + 75) * 60, session.TradedSeconds);
        Assert.False(session.Contains(India("2021-02-24T15:29:59")));
        Assert.True(session.Contains(India("2021-02-24T16:59:59")));
        Assert.Equal(PhaseKind.PreOpen, calendar.PhaseAt(_fnoStocks, India("2021-02-24T15:30:00")).Kind);
        Assert.Equal(465 * 60, bse.TradedSeconds);
    }

    [Theory]
    [InlineData("2026-07-31", "15:30", "15:30", "15:30", "15:30", "15:30")]
    [InlineData("2026-08-04", "15:30", "15:30", "15:15", "15:40", "15:40")]
    public void Trading_ended_at_one_time_until_July_2026_and_ends_at_several_since(
        string date, string index, string stocks, string fnoStocks, string futures, string options)
    {
        var calendar = TradingCalendar.BuiltIn();

        var closes = new[] { _index, _stocks, _fnoStocks, _futures, _options }.Select(hours => CloseOf(calendar, hours, date));

        Assert.Equal([index, stocks, fnoStocks, futures, options], closes);
    }

    [Theory]
    [InlineData("08:59:59", PhaseKind.Closed, "09:00")]
    [InlineData("09:00:00", PhaseKind.PreOpen, "09:08")]
    [InlineData("09:08:00", PhaseKind.Matching, "09:12")]
    [InlineData("09:12:00", PhaseKind.Buffer, "09:15")]
    [InlineData("09:15:00", PhaseKind.Open, "15:15")]
    [InlineData("15:14:59", PhaseKind.Open, "15:15")]
    [InlineData("15:15:00", PhaseKind.Reference, "15:20")]
    [InlineData("15:20:00", PhaseKind.Auction, "15:25")]
    [InlineData("15:25:00", PhaseKind.AuctionLimit, "15:30")]
    [InlineData("15:30:00", PhaseKind.Matching, "15:35")]
    [InlineData("15:35:00", PhaseKind.Closed, "15:50")]
    [InlineData("15:50:00", PhaseKind.PostClose, "16:00")]
    public void A_stock_with_derivatives_goes_through_these_phases_since_August_2026(string time, object kind, string until)
    {
        var calendar = TradingCalendar.BuiltIn();

        var phase = calendar.PhaseAt(_fnoStocks, India($"2026-08-04T{time}"));

        Assert.Equal(new MarketPhaseNow((PhaseKind)kind, India($"2026-08-04T{until}:00")), phase);
    }

    [Fact]
    public void Before_a_day_s_first_open_part_the_market_is_closed_and_does_not_pause()
    {
        var calendar = TradingCalendar.BuiltIn();

        var phase = calendar.PhaseAt(_index, India("2026-08-04T08:00:00"));

        Assert.Equal(new MarketPhaseNow(PhaseKind.Closed, India("2026-08-04T09:15:00")), phase);
    }

    [Fact]
    public void After_the_last_phase_of_a_Friday_the_next_change_is_Monday_s_pre_open()
    {
        var calendar = TradingCalendar.BuiltIn();

        var phase = calendar.PhaseAt(_fnoStocks, India("2026-11-20T16:00:00"));

        Assert.Equal(new MarketPhaseNow(PhaseKind.Closed, India("2026-11-23T09:00:00")), phase);
    }

    [Fact]
    public void A_budget_Sunday_has_a_plain_day_s_hours()
    {
        var calendar = TradingCalendar.BuiltIn();

        var isOpen = calendar.TryGetSession(_stocks, new DateOnly(2026, 2, 1), out var session);

        Assert.True(isOpen);
        Assert.Equal(India("2026-02-01T15:30:00"), session.Close);
    }

    [Fact]
    public void A_day_of_two_sessions_pauses_in_between_and_the_pause_is_no_trading()
    {
        var calendar = TradingCalendar.BuiltIn();

        calendar.TryGetSession(_stocks, new DateOnly(2024, 3, 2), out var session);

        Assert.True(session.Contains(India("2024-03-02T09:59:59")));
        Assert.False(session.Contains(India("2024-03-02T10:00:00")));
        Assert.False(session.Contains(India("2024-03-02T11:29:59")));
        Assert.True(session.Contains(India("2024-03-02T11:30:00")));
        Assert.Equal(105 * 60, session.TradedSeconds);
        Assert.Equal(45 * 60, session.TradedBefore(India("2024-03-02T11:00:00")));
        Assert.Equal(46 * 60, session.TradedBefore(India("2024-03-02T11:31:00")));
        Assert.Equal(PhaseKind.Pause, calendar.PhaseAt(_stocks, India("2024-03-02T10:30:00")).Kind);
        Assert.Equal(105, session.Starts(Timeframe.Minute).Count());
    }

    [Theory]
    [InlineData("2026-08-04", "15:10", "15:05", "15:20")]
    [InlineData("2026-07-31", "15:10", "15:10", "15:10")]
    [InlineData("2021-11-04", "18:55", "18:55", "18:55")]
    public void Positions_of_the_day_are_left_ahead_of_their_own_session_s_end(
        string date, string stocks, string fnoStocks, string futures)
    {
        var calendar = TradingCalendar.BuiltIn();

        var times = new[] { _stocks, _fnoStocks, _futures }.Select(hours =>
            $"{calendar.SquareOff(hours, DateOnly.Parse(date, CultureInfo.InvariantCulture))!.Value.ToIndia():HH:mm}");

        Assert.Equal([stocks, fnoStocks, futures], times);
        Assert.Null(calendar.SquareOff(_stocks, new DateOnly(2026, 11, 24)));
    }

    [Fact]
    public void BSE_keeps_the_days_of_NSE_and_says_that_nobody_confirmed_it()
    {
        var calendar = TradingCalendar.BuiltIn();

        var day = calendar.DayOf(new TradingHours(Exchange.Bse, MarketPart.Index), new DateOnly(2026, 11, 24));

        Assert.False(day.IsTrading);
        Assert.Equal(Certainty.Unconfirmed, day.Certainty);
        Assert.Equal(Certainty.Confirmed, calendar.DayOf(_index, new DateOnly(2026, 11, 24)).Certainty);
    }

    [Theory]
    [InlineData("2027-01-04", "15:15")]
    [InlineData("2020-12-30", "15:30")]
    public void A_day_that_the_file_does_not_reach_is_unknown_and_keeps_the_nearest_plain_hours(string date, string close)
    {
        var calendar = TradingCalendar.BuiltIn();

        var day = calendar.DayOf(_fnoStocks, DateOnly.Parse(date, CultureInfo.InvariantCulture));

        Assert.False(day.IsKnown);
        Assert.Equal(close, CloseOf(calendar, _fnoStocks, date));
        Assert.Equal(new DateOnly(2026, 12, 31), calendar.KnownThrough(_fnoStocks));
    }

    [Fact]
    public void A_later_entry_goes_before_an_earlier_one()
    {
        var builtIn = CalendarFile.BuiltIn().Entries;
        CalendarFile.ReadLine(
            "closed,2026-11-23,2026-11-23,NSE,stocks fno-stocks,,confirmed,NSE circular,2026-11-21,late closure,operator", out var closure);
        CalendarFile.ReadLine(
            "regular,2026-11-23,2026-11-23,NSE,stocks,,confirmed,NSE circular,2026-11-22,withdrawn,operator", out var opened);

        var calendar = TradingCalendar.Of([.. builtIn, closure!, opened!]);

        Assert.True(calendar.DayOf(_stocks, new DateOnly(2026, 11, 23)).IsTrading);
        Assert.False(calendar.DayOf(_fnoStocks, new DateOnly(2026, 11, 23)).IsTrading);
        Assert.True(calendar.DayOf(_futures, new DateOnly(2026, 11, 23)).IsTrading);
    }

    [Theory]
    [InlineData("2026-11-21T00:00:00", "2026-11-22T00:00:00")]
    [InlineData("2026-11-22T23:59:59.999", "2026-11-23T00:00:00")]
    public void The_market_around_the_clock_is_open_on_every_day_and_changes_session_at_midnight(string moment, string until)
    {
        var phase = TradingCalendar.AlwaysOpen.PhaseAt(_stocks, India(moment));

        Assert.Equal(new MarketPhaseNow(PhaseKind.Open, India(until)), phase);
    }

    [Fact]
    public void The_session_before_an_open_is_the_one_of_the_trading_day_before()
    {
        var calendar = TradingCalendar.BuiltIn();
        calendar.TryGetSession(_stocks, new DateOnly(2026, 11, 25), out var wednesday);

        var before = calendar.SessionBefore(_stocks, wednesday.Open);

        Assert.Equal(new DateOnly(2026, 11, 23), before.Date);
    }

    [Fact]
    public void The_session_after_a_moment_inside_one_is_the_next_day_s()
    {
        var after = TradingCalendar.AlwaysOpen.SessionAfter(_stocks, India("2026-11-21T00:00:00"));

        Assert.Equal(new DateOnly(2026, 11, 22), after.Date);
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(long.MinValue + 86_400_000_000_000)]
    [InlineData(0)]
    [InlineData(long.MaxValue - 86_400_000_000_000)]
    [InlineData(long.MaxValue)]
    public void Every_moment_that_an_instant_can_say_can_be_asked_for_its_session(long nanos)
    {
        var moment = new Instant(nanos);

        var isOpen = TradingCalendar.AlwaysOpen.TryGetSession(_stocks, moment, out var session);
        var isTrading = TradingCalendar.BuiltIn().TryGetSession(_stocks, moment, out _);

        Assert.Equal(nanos is not (long.MinValue or long.MaxValue), isOpen);
        Assert.Equal(isOpen, session.Contains(moment));
        Assert.False(isTrading);
    }

    [Fact]
    public void Days_beyond_what_an_instant_can_say_have_no_session()
    {
        var calendar = TradingCalendar.AlwaysOpen;

        var found = new[] { DateOnly.MinValue, new DateOnly(1677, 9, 21), new DateOnly(2262, 4, 12), DateOnly.MaxValue }
            .Where(date => calendar.TryGetSession(_stocks, date, out _));

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("2026-08-04", MarketPart.FnoStocks, "360 180 72 36 24 6 1")]
    [InlineData("2026-08-04", MarketPart.Stocks, "375 188 75 38 25 7 1")]
    [InlineData("2026-08-04", MarketPart.Futures, "385 193 77 39 26 7 1")]
    [InlineData("2026-07-31", MarketPart.FnoStocks, "375 188 75 38 25 7 1")]
    [InlineData("2021-11-04", MarketPart.Index, "60 30 12 6 4 1 1")]
    public void A_day_has_these_candles(string date, object part, string counts)
    {
        TradingCalendar.BuiltIn().TryGetSession(
            new TradingHours(Exchange.Nse, (MarketPart)part), DateOnly.Parse(date, CultureInfo.InvariantCulture), out var session);

        var counted = _timeframes.Select(timeframe => session.Starts(timeframe).Count());

        Assert.Equal(counts, string.Join(' ', counted));
    }

    [Fact]
    public void A_session_is_looked_for_through_a_year_of_closed_days_and_not_further()
    {
        var closed = TestCalendars.Weekdays.Entries[0] with { Kind = EntryKind.Closed, From = new DateOnly(2026, 1, 1), Phases = [] };
        var year = TestCalendars.Weekdays.With(closed with { To = closed.From.AddDays(399) });
        var (first, last) = (Instant.FromIndiaMidnight(closed.From), Instant.FromIndiaMidnight(closed.From.AddDays(399)));

        Assert.Equal(new DateOnly(2027, 2, 5), year.SessionAfter(_stocks, first.PlusSeconds(86_400)).Date);
        Assert.Equal(India("2027-02-05T09:15:00"), year.PhaseAt(_stocks, first.PlusSeconds(86_400)).Until);
        Assert.Equal(new DateOnly(2025, 12, 31), year.SessionBefore(_stocks, last.PlusSeconds(-86_400)).Date);
        Says("after 2026-01-01", () => year.SessionAfter(_stocks, first));
        Says("after 2026-01-01", () => year.PhaseAt(_stocks, first));
        Says("before 2027-02-04", () => year.SessionBefore(_stocks, last));

        static void Says(string where, Action search)
        {
            var message = Assert.Throws<InvalidOperationException>(search).Message;
            Assert.Equal($"The calendar has no session of NSE stocks within 400 days {where}.", message);
        }
    }

    [Fact]
    public void Hours_that_nothing_gives_a_shape_are_not_known_and_asking_for_them_says_so()
    {
        var hours = TestCalendars.Weekdays.Hours;

        Assert.Equal(
            "NSE index NSE stocks NSE fno-stocks NSE futures NSE options BSE index BSE stocks BSE fno-stocks BSE futures BSE options",
            string.Join(' ', hours));
        var asked = Assert.Throws<InvalidOperationException>(
            () => TestCalendars.Weekdays.DayOf(new TradingHours(Exchange.Mcx, MarketPart.Commodities), TestPlans.Monday));
        Assert.Equal("The calendar does not know the hours of MCX commodities.", asked.Message);
    }

    [Fact]
    public void A_calendar_is_found_by_its_name_and_only_the_exchanges_is_dated()
    {
        Assert.Same(TradingCalendar.AlwaysOpen, TradingCalendar.Find("always-open"));
        Assert.Equal(TradingCalendar.BuiltIn().Entries.Count, TradingCalendar.Find("exchange")!.Entries.Count);
        Assert.Null(TradingCalendar.Find("Exchange"));
        Assert.Equal((false, true), (TradingCalendar.AlwaysOpen.IsDated, TradingCalendar.BuiltIn().IsDated));
    }

    [Fact]
    public void The_market_around_the_clock_is_known_for_ever_and_leaves_positions_ten_minutes_before_midnight()
    {
        var calendar = TradingCalendar.AlwaysOpen;
        var day = calendar.DayOf(_options, new DateOnly(2026, 11, 22));

        Assert.Equal((EntryKind.Regular, Certainty.Confirmed, true), (day.Kind, day.Certainty, day.IsKnown));
        Assert.Equal(DateOnly.MaxValue, calendar.KnownThrough(_options));
        Assert.Equal(India("2026-11-22T23:50:00"), calendar.SquareOff(_options, day.Date));
        Assert.Equal(86_400, calendar.SessionSecondsMost(_options));
        Assert.Equal(Enum.GetValues<Exchange>().Length * Enum.GetValues<MarketPart>().Length, calendar.Hours.Count());
    }

    [Fact]
    public void The_market_around_the_clock_says_of_itself_what_it_is()
    {
        const string Everyone = "index stocks fno-stocks futures options currency commodities";
        const string Origin = "confirmed,the simulated market around the clock,,,built-in";

        var lines = TradingCalendar.AlwaysOpen.Entries.Where(entry => entry.Exchange == Exchange.Mcx).Select(entry => entry.ToLine());

        Assert.Equal(
            [
                $"known,0001-01-01,,MCX,{Everyone},,{Origin}",
                $"shape,0001-01-01,,MCX,{Everyone},open 00:00-24:00,{Origin}",
                $"square-off,0001-01-01,,MCX,{Everyone},10,{Origin}",
            ],
            lines);
    }

    private static string CloseOf(TradingCalendar calendar, TradingHours hours, string date)
    {
        calendar.TryGetSession(hours, DateOnly.Parse(date, CultureInfo.InvariantCulture), out var session);
        return $"{session.Close.ToIndia():HH:mm}";
    }

    private static IEnumerable<DateOnly> DaysOf(int year)
    {
        for (var date = new DateOnly(year, 1, 1); date.Year == year; date = date.AddDays(1)) yield return date;
    }

    private static Instant India(string text) =>
        Instant.From(DateTimeOffset.Parse(text + "+05:30", CultureInfo.InvariantCulture));
}
