using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Observation;

/// <summary>What the screen may believe of a price: how old it is, and which of the figures beside it can be.</summary>
public sealed class QuoteSamplerTests
{
    private static readonly DeskPlan _plan = TestPlans.Live(TestCalendars.Weekdays, 2, 60);
    private readonly LevelBoard _board = new(2) { Calendar = TestCalendars.Weekdays };
    private readonly Instant _noon = TestPlans.Open.PlusSeconds(10_000);

    [Theory]
    [InlineData(1, 4_999, false)]
    [InlineData(1, 5_000, true)]
    [InlineData(100, 499_999, false)]
    [InlineData(100, 500_000, true)]
    public void A_price_without_a_tick_for_five_real_seconds_is_stale(int speed, int milliseconds, bool isStale)
    {
        Quoted(TestPlans.One, _noon);

        var quotes = Sample(_noon.PlusMilliseconds(milliseconds), speed);

        Assert.Equal(isStale, quotes.All[0].IsStale);
    }

    [Fact]
    public void One_mute_instrument_is_stale_while_another_is_not()
    {
        Quoted(TestPlans.One, _noon);
        Quoted(TestPlans.Two, _noon.PlusSeconds(9));

        var quotes = Sample(_noon.PlusSeconds(10), speed: 1);

        Assert.Equal((true, false), (quotes.All[0].IsStale, quotes.All[1].IsStale));
    }

    [Theory]
    [InlineData(4, 19, false)]
    [InlineData(4, 20, true)]
    [InlineData(50, 59, false)]
    [InlineData(50, 60, true)]
    public void One_that_ticks_seldom_is_stale_after_five_of_its_usual_waits_while_others_tick(int interval, int silent, bool isStale)
    {
        var sampler = new QuoteSampler(_plan, _board, speed: 1);
        var last = Ticking(sampler, interval);

        Quoted(TestPlans.Two, last.PlusSeconds(silent));
        var quotes = sampler.Sample(QuoteBoard.Empty, last.PlusSeconds(silent));

        Assert.Equal((isStale, false), (quotes.All[0].IsStale, quotes.All[1].IsStale));
    }

    [Fact]
    public void A_feed_that_is_silent_altogether_makes_every_price_stale_after_five_seconds()
    {
        var sampler = new QuoteSampler(_plan, _board, speed: 1);
        var last = Ticking(sampler, interval: 30);

        Quoted(TestPlans.Two, last);

        Assert.False(sampler.Sample(QuoteBoard.Empty, last.PlusSeconds(4)).All[0].IsStale);
        Assert.True(sampler.Sample(QuoteBoard.Empty, last.PlusSeconds(5)).All[0].IsStale);
    }

    [Fact]
    public void The_night_is_no_usual_wait()
    {
        var sampler = new QuoteSampler(_plan, _board, speed: 1);
        Quoted(TestPlans.One, TestPlans.Close.PlusSeconds(-86_400 - 1));
        sampler.Sample(QuoteBoard.Empty, TestPlans.Close.PlusSeconds(-86_400));

        var last = Ticking(sampler, interval: 1);

        Quoted(TestPlans.Two, last.PlusSeconds(5));
        Assert.True(sampler.Sample(QuoteBoard.Empty, last.PlusSeconds(5)).All[0].IsStale);
    }

    [Fact]
    public void The_next_tick_makes_a_stale_price_fresh()
    {
        var sampler = new QuoteSampler(_plan, _board, speed: 1);
        Quoted(TestPlans.One, _noon);
        var stale = sampler.Sample(QuoteBoard.Empty, _noon.PlusSeconds(10));

        Quoted(TestPlans.One, _noon.PlusSeconds(10));
        var fresh = sampler.Sample(stale, _noon.PlusSeconds(11));

        Assert.Equal((true, false), (stale.All[0].IsStale, fresh.All[0].IsStale));
    }

    [Fact]
    public void A_closed_market_makes_no_price_stale_and_an_open_one_not_before_its_first_seconds()
    {
        Quoted(TestPlans.One, TestPlans.Close.PlusSeconds(-86_400 - 1));

        Assert.False(Sample(TestPlans.Open.PlusSeconds(-1), speed: 1).All[0].IsStale);
        Assert.False(Sample(TestPlans.Open.PlusSeconds(4), speed: 1).All[0].IsStale);
        Assert.True(Sample(TestPlans.Open.PlusSeconds(5), speed: 1).All[0].IsStale);
        Assert.False(Sample(TestPlans.Close, speed: 1).All[0].IsStale);
    }

    [Fact]
    public void A_pause_makes_no_price_stale_and_neither_do_the_first_seconds_after_it()
    {
        _board.Calendar = TradingCalendar.BuiltIn();
        var goesOn = Instant.From(new DateTimeOffset(2024, 3, 2, 11, 30, 0, TimeSpan.FromHours(5.5)));
        Quoted(TestPlans.One, goesOn.PlusSeconds(-6_000));

        Assert.False(Sample(goesOn.PlusSeconds(-1), speed: 1).All[0].IsStale);
        Assert.False(Sample(goesOn.PlusSeconds(4), speed: 1).All[0].IsStale);
        Assert.True(Sample(goesOn.PlusSeconds(5), speed: 1).All[0].IsStale);
    }

    [Fact]
    public void What_was_never_quoted_is_not_stale_and_a_desk_without_a_feed_waits_for_no_tick()
    {
        Assert.False(Sample(_noon, speed: 1).All[0].IsStale);

        Quoted(TestPlans.One, _noon);
        var stored = new QuoteSampler(_plan with { World = DeskPlan.Market }, _board, speed: 1);

        Assert.False(stored.Sample(QuoteBoard.Empty, _noon.PlusSeconds(60)).All[0].IsStale);
    }

    [Fact]
    public void Nothing_new_is_the_same_board()
    {
        var sampler = new QuoteSampler(_plan, _board, speed: 1);
        Quoted(TestPlans.One, _noon);
        var before = sampler.Sample(QuoteBoard.Empty, _noon.PlusSeconds(1));

        Assert.Same(before, sampler.Sample(before, _noon.PlusSeconds(2)));
    }

    [Fact]
    public void A_days_figure_that_cannot_be_is_not_shown()
    {
        var sampler = new QuoteSampler(_plan, _board, speed: 1);
        _board.Write(TestPlans.One, TickAt(_noon) with { DayVolume = 700 }, default);
        var before = sampler.Sample(QuoteBoard.Empty, _noon);
        var garbage = TickAt(_noon) with
        {
            DayVolume = long.MaxValue,
            DayHigh = new Price(long.MaxValue),
            DayLow = new Price(-1),
            PreviousClose = new Price(Price.Max.Scaled + 1),
        };

        _board.Write(TestPlans.One, garbage, default);
        var quote = sampler.Sample(before, _noon).All[0];

        Assert.Equal((Price.FromPaise(10_000), 700, null, null, null),
            (quote.Last, quote.DayVolume, quote.DayHigh, quote.DayLow, quote.PreviousClose));
    }

    [Fact]
    public void A_tick_that_was_overtaken_is_not_the_last_price()
    {
        _board.Write(TestPlans.One, TickAt(_noon.PlusMilliseconds(900)), default);
        _board.Write(TestPlans.One, TickAt(_noon.PlusMilliseconds(100)) with { Last = new Price(1) }, default);

        var quote = Sample(_noon.PlusSeconds(1), speed: 1).All[0];

        Assert.Equal((Price.FromPaise(10_000), 2L), (quote.Last, quote.Ticks));
    }

    private QuoteBoard Sample(Instant clock, int speed) => new QuoteSampler(_plan, _board, speed).Sample(QuoteBoard.Empty, clock);

    private void Quoted(InstrumentId id, Instant time) => _board.Write(id, TickAt(time), default);

    /// <summary>Twenty ticks of the first instrument from noon on; gives the last one's time.</summary>
    private Instant Ticking(QuoteSampler sampler, int interval)
    {
        var last = _noon;
        for (var tick = 0; tick < 20; tick++)
        {
            last = _noon.PlusSeconds(tick * interval);
            Quoted(TestPlans.One, last);
            sampler.Sample(QuoteBoard.Empty, last);
        }

        return last;
    }

    private static Tick TickAt(Instant time) => new() { Time = time, Last = Price.FromPaise(10_000) };
}
