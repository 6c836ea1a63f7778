using System.Globalization;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using Xunit;

namespace TradingDesk.Tests.Engine.Market;

public sealed class TradingCalendarTests
{
    [Theory]
    [InlineData("2026-11-20T09:14:59.999", false, "2026-11-20T09:15:00")]
    [InlineData("2026-11-20T09:15:00", true, "2026-11-20T15:30:00")]
    [InlineData("2026-11-20T15:29:59.999", true, "2026-11-20T15:30:00")]
    [InlineData("2026-11-20T15:30:00", false, "2026-11-23T09:15:00")]
    [InlineData("2026-11-21T12:00:00", false, "2026-11-23T09:15:00")]
    [InlineData("2026-11-22T12:00:00", false, "2026-11-23T09:15:00")]
    public void The_exchange_trades_on_weekdays_from_a_quarter_past_nine_to_half_past_three(string moment, bool open, string until)
    {
        var phase = TradingCalendar.Weekdays.PhaseAt(India(moment));

        Assert.Equal(new MarketPhase(open, India(until)), phase);
    }

    [Theory]
    [InlineData("2026-11-21T00:00:00", "2026-11-22T00:00:00")]
    [InlineData("2026-11-22T23:59:59.999", "2026-11-23T00:00:00")]
    public void The_market_around_the_clock_is_open_on_every_day_and_changes_session_at_midnight(string moment, string until)
    {
        var phase = TradingCalendar.AlwaysOpen.PhaseAt(India(moment));

        Assert.Equal(new MarketPhase(true, India(until)), phase);
    }

    [Fact]
    public void Around_the_clock_Saturday_and_Sunday_are_sessions_and_on_the_exchange_they_are_not()
    {
        var saturday = new DateOnly(2026, 11, 21);

        Assert.True(TradingCalendar.AlwaysOpen.TryGetSession(saturday, out _));
        Assert.True(TradingCalendar.AlwaysOpen.TryGetSession(saturday.AddDays(1), out _));
        Assert.False(TradingCalendar.Weekdays.TryGetSession(saturday, out _));
        Assert.False(TradingCalendar.Weekdays.TryGetSession(saturday.AddDays(1), out _));
    }

    [Fact]
    public void The_session_before_an_open_is_the_one_of_the_trading_day_before()
    {
        TradingCalendar.Weekdays.TryGetSession(new DateOnly(2026, 11, 23), out var monday);

        var before = TradingCalendar.Weekdays.SessionBefore(monday.Open);

        Assert.Equal(new DateOnly(2026, 11, 20), before.Date);
    }

    [Fact]
    public void The_session_after_a_moment_inside_one_is_the_next_day_s()
    {
        var after = TradingCalendar.AlwaysOpen.SessionAfter(India("2026-11-21T00:00:00"));

        Assert.Equal(new DateOnly(2026, 11, 22), after.Date);
    }

    private static Instant India(string text) =>
        Instant.From(DateTimeOffset.Parse(text + "+05:30", CultureInfo.InvariantCulture));
}
