using System.Globalization;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine;

public sealed class TradingPipelineTests
{
    private const string Indicators = "SMA:9,EMA:5,RSI:3,SUPERTREND:4:3";
    private static readonly int[] _timeframes = [5, 15, 60, 120, 300, 3_600, 86_400];

    /// <summary>In words: high is the highest, low the lowest; nothing is made without ticks; all volumes sum to the day's.</summary>
    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void Every_candle_keeps_its_invariants(int seed)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var desk = new DeskUnderTest(TestPlans.Live(TestCalendars.Weekdays, 2, _timeframes), TestPlans.Open.PlusSeconds(-10));
        var stream = new TickStream(seed, 2, live: true);
        foreach (var input in stream.Between(TestPlans.Open.PlusSeconds(-5), TestPlans.Open.PlusSeconds(700))) desk.Put(input);
        desk.Time(TestPlans.Close.PlusSeconds(5));

        foreach (var fact in desk.Of(FactKind.CandleClosed))
        {
            var candle = fact.Candle;
            Assert.True(candle.High >= candle.Open && candle.High >= candle.Close && candle.High >= candle.Low);
            Assert.True(candle.Low <= candle.Open && candle.Low <= candle.Close);
            Assert.True(candle.Ticks > 0 && candle.Volume >= 0);
        }

        var volumes = desk.Candles(TestPlans.One, 1).Sum(second => second.Volume);
        foreach (var timeframe in _timeframes) Assert.Equal(volumes, desk.Candles(TestPlans.One, timeframe).Sum(candle => candle.Volume));
        var told = desk.Of(FactKind.CandleClosed).Select(fact => (fact.Instrument, fact.Candle.Start, fact.Candle.Seconds)).ToList();
        Assert.Equal(told.Count, told.Distinct().Count());
        Assert.Equal(Enumerable.Range(1, desk.Facts.Count).Select(number => (long)number), desk.Facts.Select(fact => fact.Number));
    }

    [Fact]
    public void A_leap_of_the_clock_flags_the_candles_it_touches_and_no_other()
    {
        var desk = new DeskUnderTest(TestPlans.Live(TestCalendars.Weekdays, 1, 5, 60), TestPlans.Open);
        desk.Pass(TestPlans.Open, TestPlans.Open.PlusSeconds(4));
        desk.Tick(TestPlans.One, TestPlans.Open.PlusSeconds(3), 10_000, at: TestPlans.Open.PlusSeconds(4));

        desk.Time(TestPlans.Open.PlusSeconds(12));
        for (var second = 12; second < 70; second++)
        {
            desk.Tick(TestPlans.One, TestPlans.Open.PlusSeconds(second), 10_000);
            desk.Pass(TestPlans.Open.PlusSeconds(second), TestPlans.Open.PlusMilliseconds((second * 1_000) + 900));
        }

        desk.Pass(TestPlans.Open.PlusSeconds(70), TestPlans.Open.PlusSeconds(130));

        Assert.Equal(8 * Instant.NanosPerSecond, Assert.Single(desk.Of(FactKind.TimeJumped)).GapNanos);
        Assert.Equal([(0, 1), (10, 2), (15, 0)], desk.Candles(TestPlans.One, 5).Take(3).Select(Flagged));
        Assert.Equal([(0, 8), (60, 0)], desk.Candles(TestPlans.One, 60).Select(Flagged));

        static (int Start, int Gaps) Flagged(Candle candle)
        {
            Assert.Equal(candle.Gaps > 0 ? CandleQuality.Gap : CandleQuality.Whole, candle.Quality);
            return ((int)(candle.Start.UnixSeconds - TestPlans.Open.UnixSeconds), candle.Gaps);
        }
    }

    [Theory]
    [InlineData(2_000, 0)]
    [InlineData(2_001, 1)]
    public void A_step_of_more_than_two_seconds_is_a_leap(int milliseconds, int leaps)
    {
        var desk = new DeskUnderTest(TestPlans.Live(TestCalendars.Weekdays, 1), TestPlans.Open);

        desk.Time(TestPlans.Open.PlusMilliseconds(milliseconds));

        Assert.Equal(leaps, desk.Of(FactKind.TimeJumped).Count());
    }

    [Fact]
    public void A_desk_that_joins_in_the_middle_of_a_candle_says_partial()
    {
        var start = TestPlans.Open.PlusSeconds(90);
        var desk = new DeskUnderTest(TestPlans.Live(TestCalendars.Weekdays, 1, 60), start);

        desk.Pass(start, start.PlusSeconds(10));
        desk.Tick(TestPlans.One, start.PlusSeconds(10), 10_000);
        desk.Pass(start.PlusSeconds(11), start.PlusSeconds(35));
        desk.Tick(TestPlans.One, start.PlusSeconds(35), 10_000);
        desk.Pass(start.PlusSeconds(36), start.PlusSeconds(100));

        var minutes = desk.Candles(TestPlans.One, 60);
        Assert.Equal([(CandleQuality.Partial, 30), (CandleQuality.Whole, 0)], minutes.Select(candle => (candle.Quality, candle.Gaps)));
    }

    [Fact]
    public void A_leap_after_joining_hides_neither()
    {
        var start = TestPlans.Open.PlusSeconds(30);
        var desk = new DeskUnderTest(TestPlans.Live(TestCalendars.Weekdays, 1, 60), start);

        desk.Time(start.PlusSeconds(5));
        desk.Tick(TestPlans.One, start.PlusSeconds(6), 10_000);
        desk.Pass(start.PlusSeconds(7), start.PlusSeconds(40));

        var candle = Assert.Single(desk.Candles(TestPlans.One, 60));
        Assert.Equal((CandleQuality.Partial | CandleQuality.Gap, 35), (candle.Quality, candle.Gaps));
    }

    [Fact]
    public void Timeframes_change_without_a_break_in_those_that_stay()
    {
        var plan = TestPlans.Live(TestCalendars.Weekdays, 1, 60, 300) with { Indicators = "SMA:2,EMA:3" };
        var changed = new DeskUnderTest(plan, TestPlans.Open);
        var kept = new DeskUnderTest(plan, TestPlans.Open);
        foreach (var input in new TickStream(31, 1, live: true).Between(TestPlans.Open, TestPlans.Open.PlusSeconds(900)))
        {
            kept.Put(input);
            changed.Put(input);
            if (changed.Of(FactKind.TimeframesChanged).Any() || input.At < TestPlans.Open.PlusSeconds(400)) continue;
            var before = changed.Forming(TestPlans.One, 60);
            var command = changed.Change(input.At, 60, 120);
            Assert.Equal(command, Assert.Single(changed.Of(FactKind.TimeframesChanged)).Command);
            Assert.Equal(before, changed.Forming(TestPlans.One, 60));
            Assert.False(before.IsEmpty);
        }

        Assert.Equal(Minutes(kept), Minutes(changed));
        Assert.Equal(CandleQuality.Partial, changed.Candles(TestPlans.One, 120)[0].Quality);
        Assert.Equal(CandleQuality.Whole, changed.Candles(TestPlans.One, 120)[1].Quality);
        Assert.All(changed.Candles(TestPlans.One, 300), candle => Assert.True(candle.End <= TestPlans.Open.PlusSeconds(400)));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(61)]
    [InlineData(0)]
    [InlineData(-60)]
    [InlineData(22_560)]
    public void A_timeframe_that_does_not_fit_is_refused_and_nothing_changes(int seconds)
    {
        var desk = new DeskUnderTest(TestPlans.Live(TestCalendars.Weekdays, 1, 60, 300), TestPlans.Open);
        var before = desk.Board.Rungs;

        var command = desk.Change(TestPlans.Open, 60, seconds);

        var refusal = Assert.Single(desk.Of(FactKind.CommandRefused));
        Assert.Equal((command, RefusalCode.TimeframeNotAllowed), (refusal.Command, refusal.Refusal));
        Assert.Same(before, desk.Board.Rungs);
    }

    [Fact]
    public void More_timeframes_than_the_desk_holds_are_refused()
    {
        var desk = new DeskUnderTest(TestPlans.Live(TradingCalendar.AlwaysOpen, 1, 60), TestPlans.Open);

        desk.Change(TestPlans.Open, [.. Enumerable.Range(1, Limits.TimeframesMost + 1).Select(minutes => minutes * 60)]);

        Assert.Equal(RefusalCode.TooManyTimeframes, Assert.Single(desk.Of(FactKind.CommandRefused)).Refusal);
    }

    /// <summary>
    /// In words: a desk that saw all seconds and one that was warmed by stored minutes and seconds say the same from there on, down to the
    /// bits of their indicators.
    /// </summary>
    [Theory]
    [InlineData(41)]
    [InlineData(42)]
    public void A_desk_warmed_by_history_goes_on_exactly_as_one_that_never_stopped(int seed)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var plan = TestPlans.File(TestCalendars.Weekdays, 1, _timeframes) with { Indicators = Indicators };
        var inputs = new TickStream(seed, 1, live: false).Between(TestPlans.Open, TestPlans.Open.PlusSeconds(2_600)).ToList();
        var split = inputs.Last(input => input.At < TestPlans.Open.PlusSeconds(1_234)).At.Second;
        var cold = new DeskUnderTest(plan, TestPlans.Open);
        cold.Put([.. inputs.TakeWhile(input => input.At < split), DeskInput.Time(split)]);
        var stored = (Minutes: cold.Candles(TestPlans.One, 60), Seconds: cold.Candles(TestPlans.One, 1));
        var warm = new DeskUnderTest(plan, split, stored.Minutes.Concat(stored.Seconds));
        foreach (var timeframe in _timeframes)
            Assert.Equal(Unflagged(cold.Forming(TestPlans.One, timeframe)), Unflagged(warm.Forming(TestPlans.One, timeframe)));
        var told = cold.Facts.Count;

        var later = inputs.SkipWhile(input => input.At < split);
        var rest = later.Prepend(BaseOfVolume(inputs, split)).Append(DeskInput.Time(TestPlans.Close)).ToArray();
        cold.Put(rest);
        warm.Put(rest);

        Assert.Equal(Story(cold.Facts.Skip(told)), Story(warm.Facts));
    }

    [Fact]
    public void A_candle_that_ended_long_before_the_last_one_told_is_not_told_again()
    {
        var plan = TestPlans.Live(TestCalendars.Weekdays, 2, 5, 60) with { Indicators = "SMA:1" };
        var desk = new DeskUnderTest(plan);
        var quiet = OneTick(TestPlans.Open);
        var now = TestPlans.Open.PlusSeconds(32);

        var later = quiet with { Start = TestPlans.Open.PlusSeconds(26) };
        desk.Put(DeskInput.Started(now, plan));
        desk.Put(DeskInput.Warm(now, TestPlans.One, StoredCandles.AtStart(plan, TestPlans.One, [quiet], now)));
        desk.Put(DeskInput.Warm(now, TestPlans.Two, StoredCandles.AtStart(plan, TestPlans.Two, [later], now)), DeskInput.HistoryEnd(now));
        desk.Pass(now, now.PlusSeconds(3));

        Assert.Empty(desk.Candles(TestPlans.One, 5));
        Assert.Equal(CandleQuality.Gap, Assert.Single(desk.Candles(TestPlans.Two, 5)).Quality);
        Assert.Equal(1, desk.Forming(TestPlans.One, 60).Ticks);
    }

    [Fact]
    public void A_tick_too_late_for_its_minute_is_in_no_longer_candle_for_those_are_the_sum_of_their_minutes()
    {
        var desk = new DeskUnderTest(TestPlans.Live(TestCalendars.Weekdays, 1, 60, 300, 86_400), TestPlans.Open);
        var minute = TestPlans.Open.PlusSeconds(60);
        desk.Tick(TestPlans.One, minute.PlusSeconds(-10), 10_000);
        desk.Pass(minute.PlusSeconds(-10), minute.PlusSeconds(1));

        desk.Tick(TestPlans.One, minute.PlusMilliseconds(-500), 20_000, at: minute.PlusMilliseconds(1_200));
        desk.Pass(minute.PlusMilliseconds(1_200), minute.PlusSeconds(3));

        Assert.Equal(Price.FromPaise(10_000), Assert.Single(desk.Candles(TestPlans.One, 60)).High);
        Assert.Equal(Price.FromPaise(10_000), desk.Forming(TestPlans.One, 300).High);
        Assert.Equal(Price.FromPaise(10_000), desk.Forming(TestPlans.One, 86_400).High);
        Assert.Equal(1, desk.Board.ReadCounters().Faults.Late);
    }

    [Fact]
    public void Ticks_older_than_what_history_told_are_late()
    {
        var plan = TestPlans.File(TestCalendars.Weekdays, 1, 60);
        var now = TestPlans.Open.PlusMilliseconds(1_500);
        var desk = new DeskUnderTest(plan, now, [OneTick(TestPlans.Open)]);

        desk.Tick(TestPlans.One, TestPlans.Open.PlusMilliseconds(999), 10_000, at: now);
        desk.Time(now.PlusSeconds(1));

        Assert.Equal(1, desk.Board.ReadCounters().Faults.Late);
        Assert.Equal(1, desk.Forming(TestPlans.One, 60).Ticks);
    }

    /// <summary>In words: nothing is allocated for a tick, whatever it closes, peeks and says.</summary>
    [Fact]
    public void A_tick_allocates_nothing()
    {
        const int Ticks = 100_000;
        var plan = TestPlans.File(TradingCalendar.AlwaysOpen, 4, _timeframes) with { Indicators = Indicators };
        var stream = new TickStream(51, 4, live: true);
        var inputs = stream.Between(TestPlans.Midnight, TestPlans.Midnight.PlusSeconds(Ticks)).Take(2 * Ticks).ToArray();
        var direct = new DirectDesk(plan);
        Feed(direct, DeskInput.Started(TestPlans.Midnight, plan), DeskInput.HistoryEnd(TestPlans.Midnight));
        Feed(direct, inputs.AsSpan(0, inputs.Length / 2));

        var (rest, facts) = (inputs[(inputs.Length / 2)..], 0L);
        var allocated = Allocation.Least(round => facts += Feed(direct, rest.AsSpan(Allocation.PartOf(rest.Length, round))));

        Assert.True(facts > 10_000);
        Assert.Equal(0, allocated);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 12)]
    [InlineData(9, 20)]
    public void No_input_says_more_facts_than_room_was_asked_for(int instruments, int columns)
    {
        var plan = TestPlans.Live(TestCalendars.Weekdays, instruments, _timeframes) with
        {
            Indicators = string.Join(',', Enumerable.Range(1, columns).Select(period => $"SMA:{period}")),
        };
        var desk = new DeskUnderTest(plan, TestPlans.Open);
        var most = Limits.FactsPerInputMost(instruments, _timeframes.Length, columns);
        foreach (var (time, at) in new[] { (1_000, 1_500), (6_200, 1_900) })
        {
            for (var i = 0; i < instruments; i++)
                desk.Tick(new InstrumentId(i), TestPlans.Open.PlusMilliseconds(time), 10_000, at: TestPlans.Open.PlusMilliseconds(at));
        }

        var told = desk.Facts.Count;

        desk.Tick(TestPlans.One, TestPlans.Close.PlusMilliseconds(-1), 10_000, at: TestPlans.Close.PlusSeconds(2));

        Assert.InRange(desk.Facts.Count - told, instruments * (1 + (2 * columns / 9)), most);
    }

    private static long Feed(DirectDesk desk, params ReadOnlySpan<DeskInput> inputs)
    {
        var facts = 0L;
        foreach (ref readonly var input in inputs)
        {
            desk.Process(input);
            while (desk.TryRead(out _)) facts++;
        }

        return facts;
    }

    /// <summary>A quote that sets both desks' volume to the same count, for only one of them has seen the ticks before.</summary>
    private static DeskInput BaseOfVolume(List<DeskInput> inputs, Instant at)
    {
        var last = inputs.Last(input => input.At < at && input.Tick.Time <= input.At && input.Tick.Last.Scaled > 0).Tick;
        return DeskInput.Of(at, TestPlans.One, last with { Time = at });
    }

    private static Candle OneTick(Instant second) =>
        new() { Start = second, Open = new(1), High = new(1), Low = new(1), Close = new(1), Seconds = 1, Ticks = 1 };

    private static List<(Candle, string)> Minutes(DeskUnderTest desk)
    {
        var minutes = desk.Candles(TestPlans.One, 60);
        var readings = desk.Of(FactKind.IndicatorsRead).Where(fact => fact.Readings.Seconds == 60).Select(TextOf);
        return [.. minutes.Zip(readings)];
    }

    /// <summary>What was said, without the numbers and the flag of the gap between the two runs.</summary>
    private static List<string> Story(IEnumerable<DeskFact> facts) =>
    [
        .. facts.Where(fact => fact.Kind is FactKind.CandleClosed or FactKind.IndicatorsRead)
            .Select(fact => fact.Kind == FactKind.CandleClosed ? Unflagged(fact.Candle) : TextOf(fact)),
    ];

    private static string Unflagged(Candle candle) => (candle with { Quality = 0, Gaps = 0 }).ToText();

    private static string TextOf(DeskFact fact)
    {
        var values = new List<string>();
        for (var column = 0; column < fact.Readings.Count; column++)
        {
            var bits = BitConverter.DoubleToInt64Bits(fact.Readings.Values[column]);
            values.Add((fact.Readings.Ready >> column & 1) == 1 ? bits.ToString("x", CultureInfo.InvariantCulture) : "-");
        }

        return $"{fact.Readings.Start} {fact.Readings.Seconds} {string.Join(' ', values)}";
    }
}
