using System.Globalization;
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
        Assert.Equal(8, axis.Marks.Count());
        Assert.Equal(50, axis.PlaceOf(Moment(day.Date, 12, 30)));
        Assert.Null(axis.PlaceOf(Moment(day.Date, 16, 1)));
    }

    [Fact]
    public void An_evening_session_has_an_axis_of_its_own()
    {
        var day = Day(new DateOnly(2021, 11, 4));
        var axis = new DayAxis(day.Date, [day]);

        Assert.Equal("left:12.5%;width:50%", axis.StyleOf(day.Parts[0]));
        Assert.Equal([.. Enumerable.Range(0, 5).Select(half => Moment(day.Date, 18, half * 30))], axis.Marks);
    }

    [Theory]
    [InlineData("2025-10-21", "13:00 13:30 14:00 14:30 15:00")]
    [InlineData("2026-11-08", "18:00 18:15 18:30 18:45 19:00")]
    [InlineData("2024-03-02", "09:00 10:00 11:00 12:00 13:00")]
    public void A_short_day_s_axis_is_marked_from_its_start_to_its_end_and_between(string date, string marks)
    {
        var day = Day(DateOnly.Parse(date, CultureInfo.InvariantCulture));

        var axis = new DayAxis(day.Date, [day]);

        Assert.Equal(marks, string.Join(' ', axis.Marks.Select(mark => DayWords.Mark(day.Date, mark))));
    }

    [Fact]
    public void Midnight_is_the_end_of_the_day_that_the_axis_shows()
    {
        var day = TradingCalendar.AlwaysOpen.View(TradingHours.NseStocks, new DateOnly(2026, 8, 4));

        var axis = new DayAxis(day.Date, [day]);

        Assert.Equal(("00:00", "24:00"), (DayWords.Mark(day.Date, axis.Marks.First()), DayWords.Mark(day.Date, axis.Marks.Last())));
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
