using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Market;

public sealed class TimeframeLadderTests
{
    private static readonly int[] _timeframes = [5, 15, 60, 120, 180, 300, 900, 3_600, 86_400];

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    public void Candles_of_two_exchange_days_equal_those_of_the_naive_twin(int seed, bool live)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var stream = new TickStream(seed, instruments: 3, live);
        var tuesday = TestPlans.Midnight.PlusSeconds(86_400);
        var spans = new List<IEnumerable<DeskInput>>();
        foreach (var day in new[] { TestPlans.Midnight, tuesday })
        {
            spans.Add(stream.Between(At(day, 9, 14, 40), At(day, 9, 21, 0)));
            spans.Add(stream.Between(At(day, 13, 58, 0), At(day, 14, 2, 0)));
            spans.Add(stream.Between(At(day, 15, 27, 30), At(day, 15, 30, 20)));
        }

        HoldAgainstTwin(TestCalendars.Weekdays, At(TestPlans.Midnight, 9, 0, 0), live, Anew(stream, spans, perSession: 3));
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void Candles_around_midnight_of_the_always_open_market_equal_those_of_the_naive_twin(int seed, bool live)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var stream = new TickStream(seed, instruments: 2, live);
        var midnight = TestPlans.Midnight.PlusSeconds(86_400);
        var spans = new[]
        {
            stream.Between(midnight.PlusSeconds(-400), midnight.PlusMilliseconds(live ? -300 : 0)),
            stream.Between(midnight.PlusMilliseconds(300), midnight.PlusSeconds(400)),
        };

        HoldAgainstTwin(TradingCalendar.AlwaysOpen, TestPlans.Midnight, live, Anew(stream, spans, perSession: 1));
    }

    [Fact]
    public void The_hour_that_begins_at_a_quarter_past_three_ends_with_the_session_and_says_short()
    {
        var desk = new DeskUnderTest(TestPlans.File(TestCalendars.Weekdays, 1, 3_600), TestPlans.Open);

        desk.Tick(TestPlans.One, TestPlans.Close.PlusSeconds(-60), 10_000);
        desk.Time(TestPlans.Close.PlusMilliseconds(-1));
        Assert.Empty(desk.Candles(TestPlans.One, 3_600));
        desk.Time(TestPlans.Close);

        var hour = Assert.Single(desk.Candles(TestPlans.One, 3_600));
        Assert.Equal(TestPlans.Close.PlusSeconds(-15 * 60), hour.Start);
        Assert.Equal(CandleQuality.Short, hour.Quality);
    }

    [Fact]
    public void A_second_that_the_clock_has_passed_is_over_for_an_instrument_that_did_not_tick_in_it()
    {
        var desk = new DeskUnderTest(TestPlans.Live(TestCalendars.Weekdays, 1, 5, 60), TestPlans.Open);
        desk.Pass(TestPlans.Open, TestPlans.Open.PlusSeconds(20));

        desk.Tick(TestPlans.One, TestPlans.Open.PlusMilliseconds(18_999), 10_000, at: TestPlans.Open.PlusSeconds(20));
        desk.Tick(TestPlans.One, TestPlans.Open.PlusMilliseconds(19_000), 20_000, at: TestPlans.Open.PlusSeconds(20));
        desk.Pass(TestPlans.Open.PlusSeconds(20), TestPlans.Open.PlusSeconds(70));

        foreach (var seconds in new[] { 1, 5, 60 })
            Assert.Equal((1, Price.FromPaise(20_000)), LowOf(Assert.Single(desk.Candles(TestPlans.One, seconds))));
        Assert.Equal(1, desk.Board.ReadCounters().Faults.Late);

        static (int Ticks, Price Low) LowOf(Candle candle) => (candle.Ticks, candle.Low);
    }

    [Fact]
    public void A_tick_of_a_candle_that_was_closed_is_in_no_timeframe_so_that_all_are_the_sum_of_the_seconds_told()
    {
        var desk = new DeskUnderTest(TestPlans.Live(TestCalendars.Weekdays, 1, 5, 60), TestPlans.Open);
        desk.Tick(TestPlans.One, TestPlans.Open.PlusSeconds(1), 10_000);
        desk.Pass(TestPlans.Open.PlusSeconds(1), TestPlans.Open.PlusSeconds(6));

        desk.Tick(TestPlans.One, TestPlans.Open.PlusMilliseconds(4_900), 30_000, at: TestPlans.Open.PlusSeconds(6));
        desk.Pass(TestPlans.Open.PlusSeconds(6), TestPlans.Open.PlusSeconds(62));

        foreach (var seconds in new[] { 1, 5, 60 })
            Assert.Equal(Price.FromPaise(10_000), Assert.Single(desk.Candles(TestPlans.One, seconds)).High);
        Assert.Equal(1, desk.Board.ReadCounters().Faults.Late);
    }

    [Fact]
    public void Ticks_of_a_file_that_are_minutes_apart_are_all_in_the_candles()
    {
        var desk = new DeskUnderTest(TestPlans.File(TestCalendars.Weekdays, 2, 60, 300), TestPlans.Open);

        for (var minute = 0; minute < 10; minute++)
            desk.Tick(TestPlans.One, TestPlans.Open.PlusSeconds((minute * 60) + 7), 10_000 + minute);
        desk.Time(TestPlans.Close);

        Assert.Equal(10, desk.Candles(TestPlans.One, 60).Count);
        Assert.Equal([5, 5], desk.Candles(TestPlans.One, 300).Select(candle => candle.Ticks));
        Assert.Equal(0, desk.Board.ReadCounters().Faults.Late);
    }

    private static Instant At(Instant midnight, int hour, int minute, int second) =>
        midnight.PlusSeconds((hour * 3_600) + (minute * 60) + second);

    /// <summary>The spans one after the other, with volumes from zero at each session's first.</summary>
    private static IEnumerable<DeskInput> Anew(TickStream stream, IEnumerable<IEnumerable<DeskInput>> spans, int perSession)
    {
        foreach (var (number, span) in spans.Index())
        {
            if (number % perSession == 0) stream.BeginSession();
            foreach (var input in span) yield return input;
        }
    }

    /// <summary>
    /// In words: every second and every candle of every timeframe is what all believed ticks of its span make together; each is closed
    /// once; every tick that was not believed is counted by its reason.
    /// </summary>
    private static void HoldAgainstTwin(TradingCalendar calendar, Instant start, bool live, IEnumerable<DeskInput> inputs)
    {
        const int Instruments = 3;
        var plan = live
            ? TestPlans.Live(calendar, Instruments, _timeframes) with { SilenceMeansAway = false }
            : TestPlans.File(calendar, Instruments, _timeframes);
        var desk = new DeskUnderTest(plan, start);
        var twins = Enumerable.Range(0, Instruments).Select(_ => new NaiveSeconds(calendar, plan.ClosingLagMilliseconds)).ToArray();
        var (clock, count) = (start, 0);
        foreach (var input in inputs)
        {
            desk.Put(input);
            clock = input.At;
            if (input.Kind == InputKind.Tick) twins[input.Instrument.Index].Take(input.Tick, clock);
            if (++count % 997 == 0) CompareForming(desk, twins, calendar, clock.PlusMilliseconds(-plan.ClosingLagMilliseconds));
        }

        desk.Time(clock.PlusSeconds(2 * 86_400));
        CompareClosed(desk, twins, calendar);
        CompareFaults(desk.Board.ReadCounters(), twins);
    }

    private static void CompareClosed(DeskUnderTest desk, NaiveSeconds[] twins, TradingCalendar calendar)
    {
        for (var index = 0; index < twins.Length; index++)
        {
            var id = new InstrumentId(index);
            var seconds = twins[index].Closed(by: new Instant(long.MaxValue));
            Assert.Equal(seconds, desk.Candles(id, 1));
            foreach (var timeframe in _timeframes)
                Assert.Equal(NaiveLadder.Merge(seconds, calendar, new Timeframe(timeframe)), desk.Candles(id, timeframe));
        }
    }

    private static void CompareForming(DeskUnderTest desk, NaiveSeconds[] twins, TradingCalendar calendar, Instant boundary)
    {
        for (var index = 0; index < twins.Length; index++)
        {
            var seconds = twins[index].Closed(by: boundary.Second);
            if (seconds.Count == 0) continue;
            foreach (var timeframe in _timeframes)
            {
                var expected = NaiveLadder.Merge(seconds, calendar, new Timeframe(timeframe))[^1];
                var end = NaiveLadder.SpanOf(expected.Start, calendar, new Timeframe(timeframe)).End;
                var isClosed = end <= boundary || seconds[^1].End >= end;
                Assert.Equal(isClosed ? default : expected, desk.Forming(new InstrumentId(index), timeframe));
            }
        }
    }

    private static void CompareFaults(in DeskCounters counters, NaiveSeconds[] twins)
    {
        Assert.Equal(twins.Sum(twin => twin.Believed), counters.Ticks);
        Assert.Equal(twins.Sum(twin => twin.Ahead), counters.Ahead);
        Assert.Equal(twins.Sum(twin => twin.Late), counters.Faults.Late);
        Assert.Equal(twins.Sum(twin => twin.Duplicate), counters.Faults.Duplicate);
        Assert.Equal(twins.Sum(twin => twin.NonPositive), counters.Faults.NonPositive);
        Assert.Equal(twins.Sum(twin => twin.OutsideSession), counters.Faults.OutsideSession);
        Assert.Equal(twins.Sum(twin => twin.StepsBack), counters.Faults.VolumeStepsBack);
        Assert.True(Math.Min(counters.Ahead, counters.Faults.Late) > 0);
        Assert.True(Math.Min(counters.Faults.Duplicate, counters.Faults.NonPositive) > 0);
    }
}
