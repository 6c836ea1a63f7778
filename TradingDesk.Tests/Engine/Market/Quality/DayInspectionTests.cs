using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Quality;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Market.Quality;

/// <summary>What a day's stored minutes are worth by the calendar, with figures and a sentence.</summary>
public sealed class DayInspectionTests
{
    private static readonly Instrument _stock = TestPlans.Instruments(1).All[0];

    [Fact]
    public void A_whole_day_is_good()
    {
        var day = Of(Minutes(0, 375));

        Assert.Equal((QualityGrade.Good, 375, 375), (day.Grade, day.Expected, day.Present));
        Assert.Equal("All 375 minutes are there.", day.Sentence);
        Assert.Equal((TestPlans.Open, TestPlans.Close.PlusSeconds(-60)), (day.First, day.Last));
    }

    [Fact]
    public void Missing_minutes_are_told_as_spans()
    {
        var day = Of(Minutes(1, 100).Concat(Minutes(103, 373)));

        Assert.Equal((QualityGrade.Fair, 369), (day.Grade, day.Present));
        Assert.Equal(
            [
                new MissingSpan(TestPlans.Open, Minute(1), 1),
                new MissingSpan(Minute(100), Minute(103), 3),
                new MissingSpan(Minute(373), TestPlans.Close, 2),
            ],
            day.Missing);
        Assert.Equal("369 of 375 minutes are there.", day.Sentence);
    }

    [Theory]
    [InlineData(357, (int)QualityGrade.Fair)]
    [InlineData(356, (int)QualityGrade.Poor)]
    [InlineData(0, (int)QualityGrade.Empty)]
    public void More_than_a_twentieth_missing_is_poor_and_nothing_is_empty(int minutes, int grade)
    {
        var day = Of(Minutes(0, minutes));

        Assert.Equal((QualityGrade)grade, day.Grade);
    }

    [Fact]
    public void A_running_day_expects_no_more_than_is_over()
    {
        var day = Of(Minutes(0, 10), now: Minute(10).PlusSeconds(59));

        Assert.Equal((QualityGrade.Good, 10), (day.Grade, day.Expected));
        Assert.Equal("No minute is over yet.", Of([], now: TestPlans.Open.PlusSeconds(59)).Sentence);
    }

    [Fact]
    public void Candles_outside_the_session_make_a_day_poor()
    {
        var day = Of(Minutes(-7, 376));

        Assert.Equal((QualityGrade.Poor, 8), (day.Grade, day.Outside));
        Assert.Equal("All 375 minutes are there; 8 candles are outside the session.", day.Sentence);
    }

    [Fact]
    public void A_closed_day_holds_nothing()
    {
        var sunday = TestPlans.Monday.AddDays(-1);

        var empty = Of([], sunday);
        var strange = Of(Minutes(0, 3), sunday);

        Assert.Equal((QualityGrade.Closed, "Nothing trades."), (empty.Grade, empty.Sentence));
        Assert.Equal((QualityGrade.Poor, "Nothing trades by the calendar, but 3 candles are stored."), (strange.Grade, strange.Sentence));
    }

    [Fact]
    public void A_price_that_stands_out_and_comes_back_at_once_is_a_spike()
    {
        var candles = Minutes(0, 375).ToArray();
        candles[100].High = new Price(1_020_000);
        candles[200].Low = new Price(980_000);

        var day = Of(candles);

        Assert.Equal([Minute(100), Minute(200)], day.Spikes);
        Assert.Equal("All 375 minutes are there; 10:55, 12:35 look like a wrong price.", day.Sentence);
        Assert.Equal(QualityGrade.Fair, day.Grade);
    }

    [Fact]
    public void A_price_that_moves_and_stays_is_no_spike()
    {
        var candles = Minutes(0, 375).ToArray();
        for (var place = 100; place < candles.Length; place++) Shift(ref candles[place], 20_000);

        Assert.Empty(Of(candles).Spikes);
    }

    [Fact]
    public void Gaps_filled_candles_and_missing_volume_are_counted()
    {
        var candles = Minutes(0, 375).ToArray();
        candles[3].Quality = CandleQuality.Gap | CandleQuality.Filled;
        candles[4].Volume = 0;

        var day = Of(candles);

        Assert.Equal((1, 1, 1), (day.WithGaps, day.Filled, day.WithoutVolume));
        Assert.Equal("All 375 minutes are there; 1 of them lost seconds; 1 have no volume.", day.Sentence);
    }

    [Fact]
    public void A_minute_whose_beginning_nobody_saw_lost_seconds_too()
    {
        var candles = Minutes(0, 375).ToArray();
        candles[3].Quality = CandleQuality.Partial;

        var day = Of(candles);

        Assert.Equal((1, QualityGrade.Fair), (day.WithGaps, day.Grade));
    }

    [Fact]
    public void A_candle_from_before_the_open_is_told_before_the_first_minute_is_over()
    {
        var day = Of(Minutes(-1, 0), now: TestPlans.Open);

        Assert.Equal((QualityGrade.Poor, "No minute is over yet; 1 candles are outside the session."), (day.Grade, day.Sentence));
    }

    [Fact]
    public void An_index_has_no_volume_to_miss()
    {
        var index = new Instrument(Segment.Nse, 1, "INDEX", "Index", InstrumentKind.Index);
        var candles = Minutes(0, 375).ToArray();
        for (var place = 0; place < candles.Length; place++) candles[place].Volume = 0;

        var day = DayInspection.Of(index, Day(TestPlans.Monday), candles, DayEntries.None, TestPlans.Close.PlusSeconds(9_999));

        Assert.Equal((0, QualityGrade.Good), (day.WithoutVolume, day.Grade));
    }

    private static Instant Minute(int place) => TestPlans.Open.PlusSeconds(60 * place);

    private static IEnumerable<Candle> Minutes(int from, int to) => Enumerable.Range(from, to - from).Select(place => new Candle
    {
        Start = Minute(place),
        Seconds = 60,
        Open = new Price(1_000_000),
        High = new Price(1_000_500),
        Low = new Price(999_500),
        Close = new Price(1_000_000),
        Volume = 7,
        Ticks = 3,
    });

    private static void Shift(ref Candle candle, long by)
    {
        candle.Open = new Price(candle.Open.Scaled + by);
        candle.High = new Price(candle.High.Scaled + by);
        candle.Low = new Price(candle.Low.Scaled + by);
        candle.Close = new Price(candle.Close.Scaled + by);
    }

    private static CalendarDay Day(DateOnly date) => TestCalendars.Weekdays.DayOf(_stock.Hours, date);

    private static DayQuality Of(IEnumerable<Candle> candles, DateOnly? date = null, Instant? now = null) => DayInspection.Of(
        _stock, Day(date ?? TestPlans.Monday), [.. candles], DayEntries.None, now ?? TestPlans.Close.PlusSeconds(9_999));
}
