using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Market;

public sealed class SecondCandlesTests
{
    [Fact]
    public void A_tick_without_the_days_count_is_not_traded_again_by_the_next_count()
    {
        var seconds = new SecondCandles(1);
        TestCalendars.Weekdays.TryGetSession(TestCalendars.Stocks, TestPlans.Open, out var session);
        long[] counts = [10, Tick.NoDayVolume, 20];

        for (var i = 0; i < counts.Length; i++)
        {
            var tick = new Tick
            {
                Time = TestPlans.Open.PlusMilliseconds(i),
                Last = new Price(100),
                LastQuantity = new Quantity(5),
                DayVolume = counts[i],
            };
            seconds.Merge(TestPlans.One, tick, session);
        }

        Assert.Equal(20, seconds.Forming(TestPlans.One).Volume);
    }

    [Fact]
    public void A_second_closes_on_time_even_without_a_tick()
    {
        var desk = new DeskUnderTest(TestPlans.Live(TestCalendars.Weekdays, 1), TestPlans.Open);
        desk.Tick(TestPlans.One, TestPlans.Open.PlusMilliseconds(300), 10_000);

        desk.Time(TestPlans.Open.PlusMilliseconds(1_999));
        Assert.Empty(desk.Candles(TestPlans.One, 1));
        desk.Time(TestPlans.Open.PlusMilliseconds(2_000));

        Assert.Equal(TestPlans.Open, Assert.Single(desk.Candles(TestPlans.One, 1)).Start);
    }

    [Fact]
    public void Where_the_newest_tick_is_the_clock_a_second_closes_at_its_end()
    {
        var desk = new DeskUnderTest(TestPlans.File(TestCalendars.Weekdays, 2), TestPlans.Open);
        desk.Tick(TestPlans.One, TestPlans.Open.PlusMilliseconds(300), 10_000);

        desk.Tick(TestPlans.Two, TestPlans.Open.PlusMilliseconds(999), 10_000);
        Assert.Empty(desk.Candles(TestPlans.One, 1));
        desk.Tick(TestPlans.Two, TestPlans.Open.PlusMilliseconds(1_000), 10_000);

        Assert.Single(desk.Candles(TestPlans.One, 1));
        Assert.Single(desk.Candles(TestPlans.Two, 1));
    }

    [Fact]
    public void A_newer_tick_closes_the_second_at_once()
    {
        var desk = new DeskUnderTest(TestPlans.Live(TestCalendars.Weekdays, 1), TestPlans.Open);
        desk.Tick(TestPlans.One, TestPlans.Open.PlusMilliseconds(300), 10_000);

        desk.Tick(TestPlans.One, TestPlans.Open.PlusMilliseconds(1_000), 10_005);

        Assert.Single(desk.Candles(TestPlans.One, 1));
    }

    [Fact]
    public void The_order_of_arrival_within_a_second_changes_nothing()
    {
        const int Seed = 11;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var times = Enumerable.Range(0, 60).Select(_ => random.Next(3_000)).Distinct().Order().ToArray();
        var ticks = times.Select((time, number) => new Tick
        {
            Time = TestPlans.Open.PlusMilliseconds(time),
            Last = Price.FromPaise(10_000 + random.Next(100)),
            DayVolume = number * 10,
        }).ToArray();
        var expected = Run(ticks);

        for (var shuffle = 0; shuffle < 100; shuffle++)
        {
            var reordered = ticks.GroupBy(tick => tick.Time.Second).OrderBy(second => second.Key)
                .SelectMany(second => second.OrderBy(_ => random.Next()).ToArray()).ToArray();
            Assert.Equal(expected, Run(reordered));
        }

        Assert.Equal((ticks.Length - 1) * 10, expected.Sum(second => second.Volume));
    }

    [Fact]
    public void Ticks_stamped_with_the_whole_second_keep_their_order_of_arrival()
    {
        long[] prices = [10_000, 10_050, 9_950, 10_010];
        var ticks = prices
            .Select(paise => new Tick { Time = TestPlans.Open, Last = Price.FromPaise(paise), DayVolume = Tick.NoDayVolume }).ToArray();

        var second = Assert.Single(Run(ticks));

        Assert.Equal((Price.FromPaise(10_000), Price.FromPaise(10_010)), (second.Open, second.Close));
    }

    [Fact]
    public void A_tick_equal_in_every_field_to_the_one_before_is_a_duplicate_even_when_its_second_is_over()
    {
        var desk = new DeskUnderTest(TestPlans.Live(TestCalendars.Weekdays, 1), TestPlans.Open);
        desk.Tick(TestPlans.One, TestPlans.Open.PlusMilliseconds(300), 10_000, dayVolume: 5);

        desk.Tick(TestPlans.One, TestPlans.Open.PlusMilliseconds(300), 10_000, dayVolume: 5);
        desk.Tick(TestPlans.One, TestPlans.Open.PlusMilliseconds(300), 10_000, dayVolume: 5, at: TestPlans.Open.PlusSeconds(4));
        desk.Time(TestPlans.Open.PlusSeconds(5));

        Assert.Equal((2L, 0L), (desk.Board.ReadCounters().Faults.Duplicate, desk.Board.ReadCounters().Faults.Late));
        Assert.Equal(1, Assert.Single(desk.Candles(TestPlans.One, 1)).Ticks);
    }

    [Fact]
    public void A_tick_that_differs_in_its_day_volume_alone_is_no_duplicate()
    {
        var desk = new DeskUnderTest(TestPlans.File(TestCalendars.Weekdays, 1), TestPlans.Open);

        desk.Tick(TestPlans.One, TestPlans.Open, 10_000, dayVolume: 5);
        desk.Tick(TestPlans.One, TestPlans.Open, 10_000, dayVolume: 8);
        desk.Time(TestPlans.Open.PlusSeconds(1));

        Assert.Equal((2, 8L), (desk.Candles(TestPlans.One, 1)[0].Ticks, desk.Candles(TestPlans.One, 1)[0].Volume));
    }

    [Fact]
    public void The_first_tick_after_a_start_adds_no_volume()
    {
        var desk = new DeskUnderTest(TestPlans.File(TestCalendars.Weekdays, 1), TestPlans.Open);

        desk.Tick(TestPlans.One, TestPlans.Open.PlusSeconds(1), 10_000, dayVolume: 500);
        desk.Tick(TestPlans.One, TestPlans.Open.PlusSeconds(2), 10_000, dayVolume: 530);
        desk.Time(TestPlans.Open.PlusSeconds(3));

        Assert.Equal([0L, 30L], desk.Candles(TestPlans.One, 1).Select(second => second.Volume));
    }

    [Fact]
    public void In_the_sessions_first_second_the_first_tick_adds_all_that_was_traded()
    {
        var desk = new DeskUnderTest(TestPlans.File(TestCalendars.Weekdays, 1), TestPlans.Open);

        desk.Tick(TestPlans.One, TestPlans.Open.PlusMilliseconds(999), 10_000, dayVolume: 500);
        desk.Time(TestPlans.Open.PlusSeconds(3));

        Assert.Equal(500, Assert.Single(desk.Candles(TestPlans.One, 1)).Volume);
    }

    [Fact]
    public void A_quantity_without_the_days_count_belongs_to_the_count_that_began_anew()
    {
        long[] counts = [1_000, 5, Tick.NoDayVolume, 20];
        var desk = new DeskUnderTest(TestPlans.File(TestCalendars.Weekdays, 1), TestPlans.Open);

        foreach (var (second, count) in counts.Index())
        {
            var time = TestPlans.Open.PlusSeconds(second);
            desk.Put(DeskInput.Of(
                time, TestPlans.One, new Tick { Time = time, Last = new Price(1), LastQuantity = new Quantity(3), DayVolume = count }));
        }

        desk.Time(TestPlans.Open.PlusSeconds(4));

        Assert.Equal([1_000L, 0, 3, 12], desk.Candles(TestPlans.One, 1).Select(second => second.Volume));
    }

    [Fact]
    public void A_session_that_opened_while_the_desk_was_away_begins_without_the_volume_nobody_saw()
    {
        var desk = new DeskUnderTest(TestPlans.Live(TestCalendars.Weekdays, 1), TestPlans.Open);
        desk.Tick(TestPlans.One, TestPlans.Open, 10_000, dayVolume: 500);
        var tomorrow = TestPlans.Open.PlusSeconds(86_400 + 3_600);

        desk.Tick(TestPlans.One, tomorrow, 10_000, dayVolume: 900_000);
        desk.Time(tomorrow.PlusSeconds(2));

        Assert.Equal([500L, 0L], desk.Candles(TestPlans.One, 1).Select(second => second.Volume));
    }

    [Fact]
    public void An_instrument_that_first_trades_an_hour_after_the_open_adds_all_of_its_volume()
    {
        var desk = new DeskUnderTest(TestPlans.File(TestCalendars.Weekdays, 1), TestPlans.Open);
        desk.Tick(TestPlans.One, TestPlans.Open, 10_000, dayVolume: 500);
        var tomorrow = TestPlans.Open.PlusSeconds(86_400 + 3_600);

        desk.Tick(TestPlans.One, tomorrow, 10_000, dayVolume: 40);
        desk.Time(tomorrow.PlusSeconds(1));

        Assert.Equal([500L, 40L], desk.Candles(TestPlans.One, 1).Select(second => second.Volume));
    }

    [Theory]
    [InlineData("a new count goes on from where it fell to", new long[] { 1_000, 5, 8, 20 }, new long[] { 1_000, 0, 3, 12 }, 1)]
    [InlineData("a stray zero does not trade the day once more", new long[] { 1_000, 0, 1_010 }, new long[] { 1_000, 0, 10 }, 1)]
    [InlineData("the old count itself goes on from it", new long[] { 1_000, 0, 1_000 }, new long[] { 1_000, 0, 0 }, 1)]
    [InlineData("the largest count that can be is believed", new[] { 1, Tick.UnitsMost }, new[] { 1, Tick.UnitsMost - 1 }, 0)]
    [InlineData("a count that falls twice goes on from the lower", new long[] { 1_000, 50, 40, 45 }, new long[] { 1_000, 0, 0, 5 }, 2)]
    [InlineData("garbage is nothing", new long[] { 1_000, long.MaxValue, -7, long.MinValue, 1_001 }, new long[] { 1_000, 0, 0, 0, 1 }, 3)]
    public void A_day_volume_that_falls_is_a_fault(string why, long[] dayVolumes, long[] expected, int faults)
    {
        var desk = new DeskUnderTest(TestPlans.File(TestCalendars.Weekdays, 1), TestPlans.Open);

        for (var i = 0; i < dayVolumes.Length; i++) desk.Tick(TestPlans.One, TestPlans.Open.PlusSeconds(i), 10_000, dayVolumes[i]);
        desk.Time(TestPlans.Open.PlusSeconds(dayVolumes.Length));

        Assert.True(expected.SequenceEqual(desk.Candles(TestPlans.One, 1).Select(second => second.Volume)), why);
        Assert.Equal(faults, desk.Board.ReadCounters().Faults.VolumeStepsBack);
    }

    [Fact]
    public void An_old_tick_that_comes_after_a_stray_zero_does_not_trade_the_day_once_more()
    {
        var desk = new DeskUnderTest(TestPlans.File(TestCalendars.Weekdays, 1), TestPlans.Open);
        desk.Tick(TestPlans.One, TestPlans.Open.PlusMilliseconds(100), 10_000, dayVolume: 1_000_000);
        desk.Tick(TestPlans.One, TestPlans.Open.PlusMilliseconds(200), 10_000, dayVolume: 0);

        desk.Tick(TestPlans.One, TestPlans.Open.PlusMilliseconds(50), 10_000, dayVolume: 999_990);
        desk.Tick(TestPlans.One, TestPlans.Open.PlusMilliseconds(300), 10_000, dayVolume: 1_000_010);
        desk.Time(TestPlans.Open.PlusSeconds(1));

        Assert.Equal(1_000_010, Assert.Single(desk.Candles(TestPlans.One, 1)).Volume);
        Assert.Equal(1, desk.Board.ReadCounters().Faults.VolumeStepsBack);
    }

    [Fact]
    public void After_absences_the_open_second_and_each_instruments_next_one_say_that_something_is_missing()
    {
        var candles = new SecondCandles(instruments: 2);
        var session = new TradingSession(TestPlans.Monday, TestPlans.Open, TestPlans.Close);
        candles.Merge(TestPlans.One, TickAt(0), session);

        candles.MarkAway();
        candles.MarkAway();
        Assert.True(candles.TryClose(TestPlans.One, TestPlans.Open.PlusSeconds(60), out var open));
        candles.Merge(TestPlans.One, TickAt(60), session);
        candles.Merge(TestPlans.Two, TickAt(90), session);
        var next = (One: candles.Forming(TestPlans.One), Two: candles.Forming(TestPlans.Two));
        Assert.True(candles.TryClose(TestPlans.One, TestPlans.Open.PlusSeconds(61), out _));
        candles.Merge(TestPlans.One, TickAt(61), session);

        Assert.Equal(CandleQuality.Gap, open.Quality);
        Assert.Equal((CandleQuality.Gap, CandleQuality.Gap), (next.One.Quality, next.Two.Quality));
        Assert.Equal(CandleQuality.Whole, candles.Forming(TestPlans.One).Quality);
    }

    private static Tick TickAt(int second) =>
        new() { Time = TestPlans.Open.PlusSeconds(second), Last = Price.FromPaise(10_000), DayVolume = 100 + second };

    [Fact]
    public void A_feed_without_day_volume_adds_the_last_quantities_unless_they_are_garbage()
    {
        long[] quantities = [10, -3, 15, long.MaxValue];
        var desk = new DeskUnderTest(TestPlans.File(TestCalendars.Weekdays, 1), TestPlans.Open);

        foreach (var (number, units) in quantities.Index())
        {
            var time = TestPlans.Open.PlusMilliseconds(number);
            var tick = new Tick { Time = time, Last = new Price(1), LastQuantity = new Quantity(units), DayVolume = Tick.NoDayVolume };
            desk.Put(DeskInput.Of(time, TestPlans.One, tick));
        }

        desk.Time(TestPlans.Open.PlusSeconds(1));

        Assert.Equal(25, Assert.Single(desk.Candles(TestPlans.One, 1)).Volume);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void A_price_that_cannot_be_is_refused_and_counted(long scaled)
    {
        var desk = new DeskUnderTest(TestPlans.File(TestCalendars.Weekdays, 1), TestPlans.Open);

        desk.Put(DeskInput.Of(TestPlans.Open, TestPlans.One, new Tick { Time = TestPlans.Open, Last = new Price(scaled) }));
        desk.Time(TestPlans.Open.PlusSeconds(1));

        Assert.Empty(desk.Candles(TestPlans.One, 1));
        Assert.Equal(1, desk.Board.ReadCounters().Faults.NonPositive);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public void The_session_begins_with_the_first_nanosecond_of_its_open(long nanos, bool isIn)
    {
        var desk = new DeskUnderTest(TestPlans.Live(TestCalendars.Weekdays, 1), TestPlans.Open.PlusSeconds(-2));

        desk.Tick(TestPlans.One, new Instant(TestPlans.Open.Nanos + nanos), 10_000, at: TestPlans.Open.PlusMilliseconds(200));
        desk.Time(TestPlans.Open.PlusSeconds(3));

        Assert.Equal(isIn ? 1 : 0, desk.Candles(TestPlans.One, 1).Count);
        Assert.Equal(isIn ? 0 : 1, desk.Board.ReadCounters().Faults.OutsideSession);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public void The_session_ends_before_its_close(long nanos, bool isIn)
    {
        var desk = new DeskUnderTest(TestPlans.Live(TestCalendars.Weekdays, 1), TestPlans.Close.PlusSeconds(-1));

        desk.Tick(TestPlans.One, new Instant(TestPlans.Close.Nanos + nanos), 10_000, at: TestPlans.Close.PlusMilliseconds(200));
        desk.Time(TestPlans.Close.PlusSeconds(3));

        Assert.Equal(isIn ? 1 : 0, desk.Candles(TestPlans.One, 1).Count);
    }

    [Fact]
    public void The_first_tick_of_a_session_counts_though_the_desks_clock_is_a_little_behind_the_exchanges()
    {
        var desk = new DeskUnderTest(TestPlans.Live(TestCalendars.Weekdays, 1), TestPlans.Open.PlusSeconds(-2));

        desk.Tick(TestPlans.One, TestPlans.Open.PlusMilliseconds(50), 10_000, dayVolume: 70, at: TestPlans.Open.PlusMilliseconds(-200));
        desk.Pass(TestPlans.Open, TestPlans.Open.PlusSeconds(3));

        Assert.Equal(70, Assert.Single(desk.Candles(TestPlans.One, 1)).Volume);
    }

    [Fact]
    public void The_last_tick_before_midnight_of_the_always_open_market_counts_though_it_arrives_after()
    {
        var midnight = TestPlans.Midnight;
        var desk = new DeskUnderTest(TestPlans.Live(TradingCalendar.AlwaysOpen, 1, 60), midnight.PlusSeconds(-1));

        desk.Tick(TestPlans.One, midnight.PlusMilliseconds(-100), 10_000, at: midnight.PlusMilliseconds(100));
        desk.Pass(midnight.PlusMilliseconds(200), midnight.PlusSeconds(2));

        Assert.Single(desk.Candles(TestPlans.One, 1));
        Assert.Equal(midnight.PlusSeconds(-60), Assert.Single(desk.Candles(TestPlans.One, 60)).Start);
    }

    [Fact]
    public void Yesterdays_last_quote_sent_again_this_morning_is_outside_the_session()
    {
        var desk = new DeskUnderTest(TestPlans.Live(TestCalendars.Weekdays, 1), TestPlans.Open);

        desk.Tick(TestPlans.One, TestPlans.Close.PlusSeconds(-86_400 - 1), 10_000, at: TestPlans.Open.PlusSeconds(1));
        desk.Time(TestPlans.Open.PlusSeconds(3));

        Assert.Empty(desk.Candles(TestPlans.One, 1));
        Assert.Equal(1, desk.Board.ReadCounters().Faults.OutsideSession);
    }

    [Theory]
    [InlineData(5_000, 0)]
    [InlineData(5_001, 1)]
    public void A_tick_more_than_five_seconds_ahead_of_the_clock_is_not_believed(int milliseconds, int ahead)
    {
        var desk = new DeskUnderTest(TestPlans.Live(TestCalendars.Weekdays, 1), TestPlans.Open);

        desk.Tick(TestPlans.One, TestPlans.Open.PlusMilliseconds(milliseconds), 10_000, at: TestPlans.Open);
        desk.Time(TestPlans.Open);

        Assert.Equal(ahead, desk.Board.ReadCounters().Ahead);
        Assert.Equal(1 - ahead, desk.Board.ReadCounters().Ticks);
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void A_tick_from_the_ends_of_time_is_counted_and_does_no_harm(long nanos)
    {
        var desk = new DeskUnderTest(TestPlans.Live(TestCalendars.Weekdays, 1), TestPlans.Open);

        desk.Tick(TestPlans.One, new Instant(nanos), 10_000, at: TestPlans.Open.PlusSeconds(1));
        desk.Time(TestPlans.Open.PlusSeconds(2));

        Assert.Empty(desk.Candles(TestPlans.One, 1));
        Assert.Equal(1, desk.Board.ReadCounters().Ahead + desk.Board.ReadCounters().Faults.OutsideSession);
    }

    private static List<Candle> Run(IEnumerable<Tick> ticks)
    {
        var desk = new DeskUnderTest(TestPlans.Live(TestCalendars.Weekdays, 1), TestPlans.Open);
        foreach (var tick in ticks) desk.Put(DeskInput.Of(tick.Time, TestPlans.One, tick));
        desk.Time(TestPlans.Open.PlusSeconds(10));
        return desk.Candles(TestPlans.One, 1);
    }
}
