using Microsoft.Extensions.DependencyInjection;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting.Calendars;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Days;
using TradingDesk.Engine.Observation.Quality;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Web.Pages.Market;

namespace TradingDesk.Tests.Web.Pages;

/// <summary>The market page: what is now, a day, the week, special days, and an administrator's entries.</summary>
public sealed class MarketPageTests : DeskPageContext
{
    private readonly TempFolder _folder = new();
    private readonly FakeTime _time = new() { Now = new DateTimeOffset(2026, 8, 4, 6, 30, 0, TimeSpan.Zero) };
    private readonly CalendarBook _book;

    public MarketPageTests()
    {
        _book = CalendarBook.TryRead(_folder.Path, out _)!;
        var plan = TestPlans.File(TradingCalendar.BuiltIn(), 1, 60);
        var board = new LevelBoard(1) { Calendar = plan.Calendar };
        Services.AddSingleton<ICalendarDesk>(provider =>
            new CalendarDesk(_book, plan, board, provider.GetRequiredService<CommandGate>(), _time));
        At(new DateOnly(2026, 8, 4), 12, 0);
    }

    [Fact]
    public void A_day_is_told_part_by_part_with_what_is_sure_of_it()
    {
        var page = Render<MarketPage>();

        var row = page.FindAll(".phases tbody tr").Single(row => row.TextContent.Contains("Stocks with F&O", StringComparison.Ordinal));
        Assert.Contains("09:15 to 15:15", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("15:05", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("closing auction 15:20–15:25", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("15:05 confirmed", row.Words, StringComparison.Ordinal);
        var index = page.FindAll(".phases tbody tr").Single(row => row.TextContent.Contains("Indices", StringComparison.Ordinal));
        Assert.Contains("unconfirmed", index.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_holiday_is_named_and_has_no_table_of_phases()
    {
        At(new DateOnly(2026, 11, 24), 12, 0);

        var page = Render<MarketPage>();

        Assert.Contains("Holiday", page.Find(".day-words").TextContent, StringComparison.Ordinal);
        Assert.Contains("Guru Nanak Jayanti", page.Find(".day-words").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".phases"));
    }

    [Fact]
    public void A_day_that_the_calendar_does_not_reach_says_so()
    {
        At(new DateOnly(2027, 1, 5), 12, 0);

        var page = Render<MarketPage>();

        Assert.Contains("not known: a plain day's hours", page.Find(".day-words").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Special_days_stand_with_what_is_to_come_first_and_then_what_is_over_from_the_newest_on()
    {
        var page = Render<MarketPage>();

        var days = page.FindAll(".special-day .n").Select(day => day.TextContent).ToList();
        Assert.Equal(18, days.Count);
        Assert.Equal(["Mon 14 Sep", "Fri 2 Oct", "Tue 20 Oct", "Sun 8 Nov", "Tue 10 Nov", "Tue 24 Nov", "Fri 25 Dec"], days[..7]);
        Assert.Equal(("Fri 26 Jun", "Thu 15 Jan"), (days[7], days[^1]));
        Assert.StartsWith("Earlier Fri 26 Jun", page.Find(".special li:has(h3)").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_that_is_over_begins_with_its_newest_day_and_needs_no_heading()
    {
        var page = Render<MarketPage>();

        page.Find(".special-days select").Change("2025");

        Assert.Equal("Thu 25 Dec", page.FindAll(".special-day .n")[0].TextContent);
        Assert.Empty(page.FindAll(".special h3"));
    }

    [Fact]
    public void The_legend_names_every_phase_that_the_day_has_in_its_order_and_what_the_lines_mean()
    {
        var page = Render<MarketPage>();

        var legend = page.FindAll(".legend li").Select(entry => entry.Words).ToList();
        page.Find(".day input[type=date]").Change("2026-11-08");
        var evening = page.FindAll(".legend li").Select(entry => entry.Words).ToList();

        Assert.Equal(
            ["Pre-open", "Matching", "Before the open", "Open", "Reference price", "Closing auction", "Closing auction, limit orders",
                "Post-close", "positions left", "now"], legend);
        Assert.Equal(["Open", "positions left"], evening);
        Assert.All(page.FindAll(".lane .phase-bar"), bar => Assert.Equal("Open", bar.GetAttribute("data-phase")));
    }

    [Fact]
    public void A_closed_day_s_lanes_say_so_and_its_legend_has_no_phase()
    {
        At(new DateOnly(2026, 11, 24), 12, 0);

        var page = Render<MarketPage>();

        Assert.Equal("now", Assert.Single(page.FindAll(".legend li")).Words);
        Assert.All(page.FindAll(".lane"), lane => Assert.EndsWith("closed", lane.Words, StringComparison.Ordinal));
    }

    [Fact]
    public void The_form_ties_what_is_wrong_to_its_field_and_blames_nobody_for_what_is_only_empty()
    {
        var page = Render<MarketPage>();
        page.Find(".calendar-changes .quiet").Click();

        var problem = page.Find("#draft-problem").Words;
        var blamed = page.FindAll(".calendar-form [aria-invalid]").Count;
        page.Find(".calendar-form input[placeholder]").Input("circular 7, of today");

        Assert.Equal("“Source” is empty: say where the entry is from, such as a circular's number.", problem);
        Assert.Equal(0, blamed);
        var source = page.Find(".calendar-form [aria-invalid=true]");
        Assert.Equal(("a circular's number", "draft-problem"),
            (source.GetAttribute("placeholder"), source.GetAttribute("aria-describedby")));
        Assert.StartsWith("“Source” has a comma", page.Find("#draft-problem").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_that_is_not_known_says_so_instead_of_showing_no_holidays()
    {
        var page = Render<MarketPage>();

        page.Find(".special-days select").Change("2027");

        Assert.Contains("does not know all of 2027", page.Find(".unknown-year").TextContent, StringComparison.Ordinal);
        page.Find(".special-days select").Change("2026");
        Assert.Null(page.TryFind(".unknown-year"));
    }

    [Theory]
    [InlineData("0002-08-04")]
    [InlineData("0202-08-04")]
    [InlineData("9999-12-31")]
    public void A_year_half_typed_is_left_alone(string typed)
    {
        var page = Render<MarketPage>();

        page.Find(".day input[type=date]").Change(typed);

        Assert.Equal("Tue 4 Aug 2026", page.Find(".day h2").TextContent);
    }

    [Fact]
    public void The_week_says_what_is_unconfirmed_in_it_and_names_its_holidays()
    {
        At(new DateOnly(2026, 11, 8), 12, 0);
        var page = Render<MarketPage>();

        var evening = page.FindAll(".week-day")[^1].Words;
        page.Find(".day input[type=date]").Change("2026-11-10");
        var week = page.FindAll(".week-day").Select(day => day.Words).ToList();

        Assert.Equal("Sun 8 Nov 18:00 to 19:00 unconfirmed", evening);
        Assert.Equal("Tue 10 Nov Balipratipada", week[1]);
        Assert.Equal(
            "Wed 11 Nov Indices, Other stocks: 09:15 to 15:30 unconfirmed Stocks with F&O: 09:15 to 15:15 unconfirmed "
            + "Futures, Options: 09:15 to 15:40", week[2]);
    }

    [Fact]
    public void A_day_closed_for_one_part_alone_is_not_told_as_everybodys_holiday()
    {
        var file = CalendarFile.Parse(
            $"{CalendarFile.Header}\nclosed,2026-08-04,2026-08-04,NSE,stocks,,confirmed,circular 7,2026-08-03,flood,asha");
        Desk.Exchanges = TradingCalendar.BuiltIn().With(file.Entries[0]);

        var page = Render<MarketPage>();

        Assert.StartsWith("Holiday of Other stocks: flood", page.Find(".day-words").Words, StringComparison.Ordinal);
        Assert.Contains("Other stocks: closed", page.FindAll(".week-day")[1].Words, StringComparison.Ordinal);
        Assert.Contains(page.FindAll(".special-day"), day => day.Words.Contains("Tue 4 Aug flood", StringComparison.Ordinal));
    }

    [Fact]
    public void Doubts_are_said_with_what_they_refuse()
    {
        Desk.Current = Desk.Current with
        {
            Market = Desk.Current.Market with { Doubts = [new MarketDoubt("The calendar ends on 31 Dec 2026.", true)] },
        };

        var page = Render<MarketPage>();

        Assert.Contains("Live trading would be refused.", page.Find(".doubt").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_instrument_s_stored_minutes_are_told_day_by_day_newest_first()
    {
        Desk.Quality =
        [
            new DayQualityView(new DateOnly(2026, 8, 3), DayGrade.Fair, "371 of 375 minutes are there."),
            new DayQualityView(new DateOnly(2026, 8, 4), DayGrade.Good, "All 375 minutes are there."),
        ];

        var page = Render<MarketPage>();

        var told = page.FindAll(".quality li").Select(day => day.TextContent.Trim()).ToList();
        Assert.Equal(2, told.Count);
        Assert.Contains("Tue 4 Aug", told[0], StringComparison.Ordinal);
        Assert.Contains("371 of 375 minutes are there.", told[1], StringComparison.Ordinal);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _folder.Dispose();
    }

    private void At(DateOnly date, int hour, int minute)
    {
        var now = Instant.FromIndiaMidnight(date).PlusSeconds((hour * 3_600L) + (minute * 60));
        Desk.Current = Desk.Current with { Market = Desk.Current.Market with { MarketTime = now } };
    }
}
