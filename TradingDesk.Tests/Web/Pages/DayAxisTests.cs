using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Observation.Days;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Pages.Market;

namespace TradingDesk.Tests.Web.Pages;

/// <summary>Where a day's phases stand on their axis of time.</summary>
public sealed class DayAxisTests
{
    [Fact]
    public void A_plain_day_s_phases_stand_between_nine_and_four()
    {
        var day = Day(new DateOnly(2026, 8, 4));
        var axis = new DayAxis(day.Date, [day]);

        var open = day.Parts.First(part => part.IsTrading);

        Assert.Equal("left:3.571%;width:85.714%", axis.StyleOf(open));
        Assert.Equal(8, axis.Hours.Count());
        Assert.Equal(50, axis.PlaceOf(Moment(day.Date, 12, 30)));
        Assert.Null(axis.PlaceOf(Moment(day.Date, 16, 1)));
    }

    [Fact]
    public void An_evening_session_has_an_axis_of_its_own()
    {
        var day = Day(new DateOnly(2021, 11, 4));
        var axis = new DayAxis(day.Date, [day]);

        Assert.Equal("left:12.5%;width:50%", axis.StyleOf(day.Parts[0]));
        Assert.Equal([Moment(day.Date, 18, 0), Moment(day.Date, 19, 0), Moment(day.Date, 20, 0)], axis.Hours);
    }

    [Fact]
    public void A_closed_day_has_the_plain_hours()
    {
        var day = Day(new DateOnly(2026, 11, 24));
        var axis = new DayAxis(day.Date, [day]);

        Assert.Equal((0, 100), (axis.PlaceOf(Moment(day.Date, 9, 0)), axis.PlaceOf(Moment(day.Date, 16, 0))));
    }

    private static MarketDay Day(DateOnly date) => TradingCalendar.BuiltIn().View(TradingHours.NseStocks, date);

    private static Instant Moment(DateOnly date, int hour, int minute) =>
        Instant.FromIndiaMidnight(date).PlusSeconds((hour * 3_600L) + (minute * 60));
}
