using Microsoft.Extensions.DependencyInjection;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting.Calendars;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Days;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Web.Pages.Market;

namespace TradingDesk.Tests.Web.Pages;

/// <summary>The market page: what is now, a day, the week, special days, and an administrator's entries.</summary>
public sealed class MarketPageTests : DeskPageContext
{
    private readonly TempFolder _folder = new();
    private readonly CalendarBook _book;

    public MarketPageTests()
    {
        _book = CalendarBook.TryRead(_folder.Path, out _)!;
        var plan = TestPlans.File(TradingCalendar.BuiltIn(), 1, 60);
        var board = new LevelBoard(1) { Calendar = plan.Calendar };
        Services.AddSingleton(provider =>
            new CalendarDesk(_book, plan, board, provider.GetRequiredService<CommandGate>(), TimeProvider.System));
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
        Assert.Contains("confirmed", row.TextContent, StringComparison.Ordinal);
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
    public void Special_days_stand_with_what_is_to_come_first()
    {
        var page = Render<MarketPage>();

        var days = page.FindAll(".special-day .n").Select(day => day.TextContent).ToList();
        Assert.Equal(18, days.Count);
        Assert.Equal(("Mon 14 Sep", "Fri 26 Jun"), (days[0], days[^1]));
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
