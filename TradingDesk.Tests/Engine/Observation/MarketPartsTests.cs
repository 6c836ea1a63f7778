using System.Globalization;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Days;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Observation;

public sealed class MarketPartsTests
{
    private static readonly TradingHours _futures = new(Exchange.Nse, MarketPart.Futures);
    private readonly TradingCalendar _calendar = TradingCalendar.BuiltIn();
    private readonly MarketParts _parts = new([TradingHours.NseStocks, _futures]);
    private DeskCounters _counters;

    [Theory]
    [InlineData("2026-11-20T15:14:59", "Open", "Open", true, "15:15")]
    [InlineData("2026-11-20T15:20:00", "Closing auction", "Open", true, "15:40")]
    [InlineData("2026-11-20T15:45:00", "Closed", "Closed", false, "15:50")]
    [InlineData("2026-11-20T09:00:00", "Pre-open", "Pre-open", false, "09:08")]
    public void Each_part_says_what_it_does_and_one_that_trades_stands_for_all(
        string moment, string stocks, string futures, bool isTrading, string until)
    {
        Look(moment);

        Assert.Equal([stocks, futures], _parts.Now.Select(part => part.Phase));
        Assert.Equal(isTrading, _parts.Main.IsTrading);
        Assert.Equal(until, _parts.Main.Until!.Value.ToIndia().ToString("HH:mm", CultureInfo.InvariantCulture));
        Assert.Empty(_parts.Doubts);
    }

    [Theory]
    [InlineData("2026-11-24T00:00:00", "Guru Nanak Jayanti")]
    [InlineData("2026-11-24T23:59:59", "Guru Nanak Jayanti")]
    [InlineData("2026-01-15T12:00:00", "Maharashtra municipal elections")]
    [InlineData("2026-11-23T12:00:00", "")]
    [InlineData("2026-11-22T12:00:00", "")]
    [InlineData("2026-11-08T12:00:00", "")]
    public void A_holiday_is_named_on_its_day_and_no_other(string moment, string name)
    {
        Look(moment);

        Assert.Equal([name, name, name], [.. _parts.Now.Select(part => part.Holiday), _parts.Main.Holiday]);
    }

    [Fact]
    public void The_same_phases_stay_the_same_list()
    {
        Look("2026-11-20T10:00:00");
        var before = _parts.Now;

        Look("2026-11-20T10:00:01");

        Assert.Same(before, _parts.Now);
    }

    [Theory]
    [InlineData("2026-12-24T12:00:00", 0)]
    [InlineData("2026-12-25T12:00:00", 1)]
    [InlineData("2026-12-31T12:00:00", 1)]
    public void A_calendar_that_ends_within_a_week_is_said_aloud_and_refuses_live(string moment, int doubts)
    {
        Look(moment);

        Assert.Equal(doubts, _parts.Doubts.Count(doubt =>
            doubt.RefusesLive && doubt.Sentence == "The calendar ends on 31 Dec 2026: the days after it must be added."));
    }

    [Fact]
    public void A_day_the_calendar_does_not_know_is_said_aloud_once_for_all_parts()
    {
        Look("2027-01-04T12:00:00");

        var doubt = Assert.Single(_parts.Doubts);
        Assert.Equal(
            new MarketDoubt("The calendar does not know 4 Jan 2027: the hours shown are a plain day's.", true), doubt);
    }

    [Fact]
    public void Unconfirmed_hours_of_a_special_day_are_said_aloud()
    {
        Look("2026-11-08T12:00:00");

        var doubt = Assert.Single(_parts.Doubts);
        Assert.StartsWith("Today's hours are unconfirmed: Diwali Muhurat on a Sunday", doubt.Sentence, StringComparison.Ordinal);
        Assert.True(doubt.RefusesLive);
    }

    [Fact]
    public void Hours_that_are_unconfirmed_for_one_part_alone_are_said_with_its_name()
    {
        CalendarFile.ReadLine(
            "session,2026-11-23,2026-11-23,NSE,futures,open 18:00-19:00,unconfirmed,not sourced,2026-11-21,an evening,asha", out var entry);

        _parts.MoveTo(India("2026-11-23T12:00:00"), _calendar.With(entry!), _counters, null);

        var doubt = Assert.Single(_parts.Doubts);
        Assert.Equal(new MarketDoubt("Today's hours of NSE Futures are unconfirmed: an evening.", true), doubt);
    }

    [Fact]
    public void Ticks_in_numbers_after_the_close_contradict_the_calendar_and_those_of_an_auction_do_not()
    {
        _counters.Faults.OutsideSession = 5_000;
        Look("2026-11-20T15:25:00");
        Look("2026-11-20T15:41:00");
        var justClosed = _parts.Doubts.Count;

        _counters.Faults.OutsideSession += 200;
        Look("2026-11-20T15:41:30");

        Assert.Equal(0, justClosed);
        var doubt = Assert.Single(_parts.Doubts);
        Assert.StartsWith("Ticks arrive though the calendar says that the market is closed", doubt.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Ticks_stamped_later_than_now_put_the_clock_in_doubt()
    {
        _counters.Ahead = 20;

        Look("2026-11-20T12:00:00");

        Assert.Contains("the machine's clock is behind", Assert.Single(_parts.Doubts).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_minute_of_which_many_ticks_came_late_is_in_doubt_and_the_next_good_one_is_not()
    {
        (_counters.Ticks, _counters.Faults.Late) = (50_000, 40_000);
        Look("2026-11-20T12:00:00");
        var begun = _parts.Doubts.Count;

        (_counters.Ticks, _counters.Faults.Late) = (51_900, 40_100);
        Look("2026-11-20T12:01:00");
        var late = Assert.Single(_parts.Doubts);
        (_counters.Ticks, _counters.Faults.Late) = (53_801, 40_199);
        Look("2026-11-20T12:02:00");

        Assert.Equal((0, 0), (begun, _parts.Doubts.Count));
        Assert.Contains("the feed is slow, or the machine's clock ahead", late.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Around_the_clock_there_is_nothing_to_doubt_and_no_end()
    {
        _parts.MoveTo(TestPlans.Open, TradingCalendar.AlwaysOpen, _counters, null);

        Assert.Empty(_parts.Doubts);
        Assert.Null(_parts.Main.Until);
    }

    [Fact]
    public void A_machine_whose_clock_was_moved_is_said_whatever_the_calendar()
    {
        _parts.MoveTo(TestPlans.Open, TradingCalendar.AlwaysOpen, _counters, new ClockDoubt(TimeSpan.FromHours(-2)));

        var doubt = Assert.Single(_parts.Doubts);
        Assert.StartsWith("The machine's clock was moved: it is 2:00:00 behind", doubt.Sentence, StringComparison.Ordinal);
    }

    private void Look(string moment) => _parts.MoveTo(India(moment), _calendar, _counters, null);

    private static Instant India(string moment) => Instant.From(DateTimeOffset.Parse(moment + "+05:30", CultureInfo.InvariantCulture));
}
