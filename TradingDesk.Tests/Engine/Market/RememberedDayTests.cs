using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Market;

/// <summary>What a desk shows between its start and the first tick.</summary>
public sealed class RememberedDayTests
{
    [Fact]
    public void The_last_day_is_quoted_from_stored_candles_with_the_close_of_the_day_before()
    {
        var day = default(RememberedDay);
        Recall(ref day, TestPlans.Close.PlusSeconds(-60), open: 100, high: 120, low: 90, close: 110, volume: 7);
        var tuesday = TestPlans.Open.PlusSeconds(86_400);
        Recall(ref day, tuesday, open: 111, high: 115, low: 105, close: 108, volume: 10);
        Recall(ref day, tuesday.PlusSeconds(60), open: 108, high: 130, low: 107, close: 125, volume: 5);

        var known = day.TryQuote(out var quote);

        Assert.True(known);
        Assert.Equal(
            (125, 110, 111, 130, 105, 15),
            (Paise(quote.Last), Paise(quote.PreviousClose), Paise(quote.DayOpen), Paise(quote.DayHigh), Paise(quote.DayLow),
                quote.DayVolume));
        Assert.Equal(tuesday.PlusSeconds(119), quote.Time.Second);
    }

    [Fact]
    public void A_second_inside_a_minute_already_told_counts_once()
    {
        var day = default(RememberedDay);
        Recall(ref day, TestPlans.Open, open: 100, high: 100, low: 100, close: 100, volume: 60);
        Recall(ref day, TestPlans.Open.PlusSeconds(59), open: 900, high: 900, low: 900, close: 900, volume: 1, seconds: 1);

        day.TryQuote(out var quote);

        Assert.Equal((100, 60), (Paise(quote.Last), quote.DayVolume));
    }

    [Fact]
    public void Without_a_candle_there_is_no_quote()
    {
        Assert.False(default(RememberedDay).TryQuote(out _));
    }

    [Fact]
    public void The_board_shows_the_remembered_quote_until_the_first_tick()
    {
        var plan = TestPlans.File(TestCalendars.Weekdays, 1, 60);
        var start = TestPlans.Open.PlusSeconds(600);
        var stored = Minute(TestPlans.Open, 100, 120, 90, 110, 7, 60);

        var desk = new DeskUnderTest(plan, start, [stored]);
        desk.Board.Read(TestPlans.One, out var remembered, out _, out _);
        desk.Tick(TestPlans.One, start.PlusSeconds(1), 115);
        desk.Board.Read(TestPlans.One, out var ticked, out _, out _);

        Assert.Equal((110, 115), (Paise(remembered.Last), Paise(ticked.Last)));
    }

    private static void Recall(
        ref RememberedDay day, Instant start, int open, int high, int low, int close, long volume, int seconds = 60)
    {
        TestCalendars.Weekdays.TryGetSession(TestCalendars.Stocks, start, out var session);
        day.Recall(Minute(start, open, high, low, close, volume, seconds), session);
    }

    private static Candle Minute(Instant start, int open, int high, int low, int close, long volume, int seconds) => new()
    {
        Start = start,
        Open = Price.FromPaise(open),
        High = Price.FromPaise(high),
        Low = Price.FromPaise(low),
        Close = Price.FromPaise(close),
        Volume = volume,
        Seconds = seconds,
        Ticks = 1,
    };

    private static long Paise(Price price) => price.Scaled / 100;
}
