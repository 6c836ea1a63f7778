using System.Globalization;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Market.Sessions;

/// <summary>Monday trades from 09:15 to 15:30, Saturday not at all; then somebody says otherwise at some time.</summary>
public sealed class CalendarChangesTests
{
    private const string Monday = "2026-01-05";
    private const string Saturday = "2026-01-10";
    private const string Over = "Today's session of NSE stocks is over and its candles are told.";
    private const string Closing = "Today's session of NSE stocks has begun: end it at a time to come instead of closing the day.";
    private const string Opening = "Today's session of NSE stocks has begun: its open cannot change any more.";
    private const string Beginning = "A session of NSE stocks today can begin only at a time to come.";
    private const string Ending = "Today's session of NSE stocks has begun: it can end only at a time to come.";
    private const string Pausing = "Today's session of NSE stocks has begun: it can pause, or go on, only at a time to come.";

    [Theory]
    [InlineData(Monday, "15:30:00", "open 09:15-15:30", null)]
    [InlineData(Monday, "15:29:59", "open 09:15-17:00", null)]
    [InlineData(Monday, "15:30:00", "open 09:15-17:00", Over)]
    [InlineData(Monday, "15:30:00", "", Over)]
    [InlineData(Monday, "09:14:59", "", null)]
    [InlineData(Monday, "09:15:00", "", Closing)]
    [InlineData(Monday, "09:15:00", "open 10:00-15:30", Opening)]
    [InlineData(Monday, "12:00:00", "open 09:00-15:30", Opening)]
    [InlineData(Monday, "09:14:59", "open 09:14-15:30", Beginning)]
    [InlineData(Monday, "08:00:00", "open 08:00-15:30", Beginning)]
    [InlineData(Monday, "07:59:59", "open 08:00-15:30", null)]
    [InlineData(Monday, "12:00:00", "open 09:15-12:00", Ending)]
    [InlineData(Monday, "11:59:59", "open 09:15-12:00", null)]
    [InlineData(Saturday, "11:00:00", "open 11:00-12:00", Beginning)]
    [InlineData(Saturday, "10:59:59", "open 11:00-12:00", null)]
    [InlineData(Saturday, "12:00:00", "open 11:00-12:00", Beginning)]
    public void A_day_can_be_changed_only_where_it_has_not_happened(string date, string time, string phases, string? refusal)
    {
        var entry = phases.Length == 0 ? Entry(date, "closed", "") : Entry(date, "session", phases);

        var said = Refuse(TestCalendars.Weekdays, TestCalendars.Weekdays.With(entry), $"{date}T{time}");

        Assert.Equal(refusal, said);
    }

    [Theory]
    [InlineData("12:00:00", "open 09:15-10:00; open 10:30-15:30", Pausing)]
    [InlineData("12:00:00", "open 09:15-11:30; open 12:30-15:30", Pausing)]
    [InlineData("12:00:00", "open 09:15-12:00; open 12:30-15:30", null)]
    [InlineData("12:00:01", "open 09:15-12:00; open 12:30-15:30", Pausing)]
    [InlineData("12:00:00", "open 09:15-13:00; open 13:30-15:30", null)]
    public void A_pause_can_be_entered_only_where_it_is_still_to_come(string time, string phases, string? refusal)
    {
        var entry = Entry(Monday, "session", phases);

        var said = Refuse(TestCalendars.Weekdays, TestCalendars.Weekdays.With(entry), $"{Monday}T{time}");

        Assert.Equal(refusal, said);
    }

    [Theory]
    [InlineData("open 09:15-11:30; open 12:30-15:30", null)]
    [InlineData("open 09:15-11:30; open 12:00-15:30", null)]
    [InlineData("open 09:15-11:30; open 11:45-15:30", Pausing)]
    [InlineData("open 09:15-15:30", Pausing)]
    public void Of_a_pause_that_lasts_the_end_can_be_moved_within_what_is_to_come(string phases, string? refusal)
    {
        var paused = TestCalendars.Weekdays.With(Entry(Monday, "session", "open 09:15-11:30; open 13:00-15:30"));

        var said = Refuse(paused, paused.With(Entry(Monday, "session", phases)), $"{Monday}T12:00:00");

        Assert.Equal(refusal, said);
    }

    [Fact]
    public void Every_hours_is_judged_and_the_one_that_has_happened_is_named()
    {
        var changed = TestCalendars.Weekdays.With(Entry(Monday, "closed", "", "futures"));
        TradingHours[] hours = [TestCalendars.Stocks, TestCalendars.Stocks, new(Exchange.Nse, MarketPart.Futures)];

        var said = CalendarChanges.Refuse(TestCalendars.Weekdays, changed, hours, India($"{Monday}T12:00:00"));

        Assert.Equal(Closing.Replace("stocks", "futures", StringComparison.Ordinal), said);
    }

    private static string? Refuse(TradingCalendar from, TradingCalendar to, string moment) =>
        CalendarChanges.Refuse(from, to, [TestCalendars.Stocks], India(moment));

    private static CalendarEntry Entry(string date, string kind, string phases, string part = "stocks")
    {
        CalendarFile.ReadLine($"{kind},{date},{date},NSE,{part},{phases},confirmed,c,n,,o", out var entry);
        return entry!;
    }

    private static Instant India(string text) => Instant.From(DateTimeOffset.Parse(text + "+05:30", CultureInfo.InvariantCulture));
}
