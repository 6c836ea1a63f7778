using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Market;

/// <summary>One instrument's rung by itself: what it has taken in, what history gives it, what its candles say of themselves.</summary>
public sealed class RungStateTests
{
    private static readonly Timeframe _five = new(300);
    private static readonly Timeframe _hour = new(3_600);
    private static readonly TradingSession _session = new(TestPlans.Monday, TestPlans.Open, TestPlans.Close);

    [Theory]
    [InlineData(60, 3, 120)]
    [InlineData(299, 3, 299)]
    [InlineData(300, 0, 300)]
    [InlineData(400, 0, 400)]
    public void An_added_rung_without_a_candle_takes_history_s_forming_one_unless_it_is_past_it(int consumed, int ticks, int told)
    {
        var ladder = new TimeframeLadder(1, [_five]);
        ladder.Adopt(TestPlans.One, 0, new RungState { Consumed = At(consumed) });

        ladder.Complete(TestPlans.One, 0, new RungState { Forming = Forming(0, 3), End = At(300), Consumed = At(120) });

        Assert.Equal(ticks, ladder.Forming(TestPlans.One, 0).Ticks);
        Assert.Equal(ticks > 0 ? At(300) : default, ladder.StateOf(TestPlans.One, 0).End);
        Assert.Equal(At(told), ladder.Consumed(TestPlans.One, 0));
    }

    [Fact]
    public void An_added_rung_learns_how_far_history_goes_though_no_candle_of_it_is_forming()
    {
        var ladder = new TimeframeLadder(1, [_five]);
        ladder.Adopt(TestPlans.One, 0, new RungState { Consumed = At(60) });

        ladder.Complete(TestPlans.One, 0, new RungState { End = At(600), Consumed = At(300) });

        Assert.Equal((At(300), default), (ladder.Consumed(TestPlans.One, 0), ladder.StateOf(TestPlans.One, 0).End));
    }

    [Fact]
    public void A_candle_that_was_begun_without_its_beginning_is_made_whole_by_history_and_keeps_what_else_is_wrong_with_it()
    {
        var rest = Forming(0, 2) with { Open = new(105), Close = new(109), Quality = CandleQuality.Partial | CandleQuality.Gap };
        var beginning = Forming(0, 3) with { Open = new(101), Close = new(104), Quality = CandleQuality.Filled };
        var ladder = new TimeframeLadder(1, [_five]);
        ladder.Adopt(TestPlans.One, 0, new RungState { Forming = rest, End = At(300), Consumed = At(200) });

        ladder.Complete(TestPlans.One, 0, new RungState { Forming = beginning, End = At(300), Consumed = At(120) });

        var whole = ladder.Forming(TestPlans.One, 0);
        Assert.Equal((new Price(101), new Price(109), 5), (whole.Open, whole.Close, whole.Ticks));
        Assert.Equal(CandleQuality.Filled | CandleQuality.Gap, whole.Quality);
        Assert.Equal(At(200), ladder.Consumed(TestPlans.One, 0));
    }

    [Theory]
    [InlineData(300, 3)]
    [InlineData(0, 0)]
    public void A_forming_candle_takes_in_nothing_of_another_span_and_nothing_that_is_empty(int start, int ticks)
    {
        var mine = Forming(0, 2) with { Quality = CandleQuality.Partial };
        var ladder = new TimeframeLadder(1, [_five]);
        ladder.Adopt(TestPlans.One, 0, new RungState { Forming = mine, End = At(300), Consumed = At(200) });

        ladder.Complete(TestPlans.One, 0, new RungState { Forming = Forming(start, ticks), End = At(start + 300), Consumed = At(120) });

        Assert.Equal(mine, ladder.Forming(TestPlans.One, 0));
    }

    [Fact]
    public void A_rung_is_closed_once_and_an_empty_one_closes_nothing()
    {
        var ladder = new TimeframeLadder(1, [_five]);
        ladder.Climb(TestPlans.One, Piece(10), _session);

        var first = ladder.CloseNow(TestPlans.One, 0).ToArray();
        var second = ladder.CloseNow(TestPlans.One, 0).ToArray();

        Assert.Equal(TestPlans.Open, Assert.Single(first).Candle.Start);
        Assert.Empty(second);
    }

    [Fact]
    public void A_second_of_a_candle_that_the_clock_closed_is_passed_over()
    {
        var ladder = new TimeframeLadder(1, [_five]);
        ladder.Climb(TestPlans.One, Piece(10), _session);

        Assert.Equal(1, ladder.CloseDue(TestPlans.One, At(300)).Length);
        ladder.Climb(TestPlans.One, Piece(299), _session);

        Assert.True(ladder.Forming(TestPlans.One, 0).IsEmpty);
        Assert.Equal(At(300), ladder.Consumed(TestPlans.One, 0));
    }

    [Fact]
    public void A_candle_that_has_taken_in_more_than_its_span_when_it_is_closed_does_not_forget_it()
    {
        var ladder = new TimeframeLadder(1, [_five]);
        ladder.Adopt(TestPlans.One, 0, new RungState { Forming = Forming(0, 1), End = At(300), Consumed = At(360) });

        ladder.CloseNow(TestPlans.One, 0);

        Assert.Equal(At(360), ladder.Consumed(TestPlans.One, 0));
    }

    [Fact]
    public void Added_rungs_begin_where_their_own_instrument_s_minute_is_and_the_others_keep_their_candles()
    {
        var clock = At(100);
        var ladder = new TimeframeLadder(2, [new Timeframe(5), Timeframe.Minute, _five]);
        ladder.Climb(TestPlans.One, Piece(10), _session);
        ladder.Climb(TestPlans.Two, Piece(20), _session);
        ladder.Climb(TestPlans.Two, Piece(70), _session);
        ladder.Climb(TestPlans.Two, Piece(74), _session);

        ladder.Change([Timeframe.Minute, _hour, _five], clock);

        InstrumentId[] both = [TestPlans.One, TestPlans.Two];
        Assert.Equal([1, 3], both.Select(id => ladder.Forming(id, 2).Ticks));
        Assert.Equal([At(0), At(60)], both.Select(id => ladder.Forming(id, 0).Start));
        Assert.Equal([At(11), At(75)], both.Select(id => ladder.Consumed(id, 1)));
        Assert.Equal(clock, ladder.StateOf(TestPlans.Two, 1).JoinedAt);
    }

    [Fact]
    public void A_rung_added_to_the_minute_that_stands_first_begins_where_that_minute_is()
    {
        var ladder = new TimeframeLadder(1, [Timeframe.Minute, _five]);
        ladder.Climb(TestPlans.One, Piece(70), _session);

        ladder.Change([Timeframe.Minute, _hour], At(100));

        Assert.Equal(At(71), ladder.Consumed(TestPlans.One, 1));
    }

    [Fact]
    public void A_rung_added_where_no_minute_is_kept_has_taken_in_nothing()
    {
        var ladder = new TimeframeLadder(2, [_five]);
        ladder.Climb(TestPlans.Two, Piece(70), _session);

        ladder.Change([_five, _hour], At(100));

        Assert.Equal(default, ladder.Consumed(TestPlans.Two, 1));
    }

    [Theory]
    [InlineData(0, CandleQuality.Whole, CandleQuality.Whole)]
    [InlineData(1, CandleQuality.Whole, CandleQuality.Partial)]
    [InlineData(1, CandleQuality.Partial, CandleQuality.Partial)]
    public void A_candle_that_began_before_its_timeframe_was_added_says_partial(int joined, object piece, object expected)
    {
        var ladder = new TimeframeLadder(1, [_five]);
        ladder.Adopt(TestPlans.One, 0, new RungState { JoinedAt = At(joined) });

        ladder.Climb(TestPlans.One, Piece(10) with { Quality = (CandleQuality)piece }, _session);

        Assert.Equal((CandleQuality)expected, ladder.Forming(TestPlans.One, 0).Quality);
    }

    [Fact]
    public void A_minute_that_was_cut_short_makes_a_short_hour_of_it_and_not_a_whole_one()
    {
        var ladder = new TimeframeLadder(1, [_hour]);
        var cut = TestPlans.Close.PlusSeconds(-30);

        ladder.Climb(TestPlans.One, Piece(0) with { Start = cut, Quality = CandleQuality.Short }, _session);

        Assert.Equal(CandleQuality.Short, ladder.Forming(TestPlans.One, 0).Quality);
    }

    [Theory]
    [InlineData(0, CandleQuality.Gap | CandleQuality.Short)]
    [InlineData(1_799, CandleQuality.Gap | CandleQuality.Short)]
    [InlineData(2_700, CandleQuality.Gap)]
    [InlineData(3_600, CandleQuality.Gap)]
    public void A_session_s_end_that_is_moved_makes_the_last_hour_short_or_whole_and_leaves_its_other_flags(int later, object expected)
    {
        var ladder = new TimeframeLadder(1, [_hour]);
        ladder.Climb(TestPlans.One, Piece(0) with { Start = TestPlans.Close.PlusSeconds(-60), Quality = CandleQuality.Gap }, _session);
        var moved = new TradingSession(TestPlans.Monday, TestPlans.Open, TestPlans.Close.PlusSeconds(later));

        ladder.Reach(TestPlans.One, moved);

        Assert.Equal((CandleQuality)expected, ladder.Forming(TestPlans.One, 0).Quality);
        Assert.Equal(TestPlans.Close.PlusSeconds(Math.Min(later, 2_700)), ladder.StateOf(TestPlans.One, 0).End);
    }

    [Theory]
    [InlineData(-3_600, -1_800)]
    [InlineData(6_300, 7_000)]
    public void A_session_that_does_not_hold_the_forming_candle_does_not_move_its_end(int open, int close)
    {
        var ladder = new TimeframeLadder(1, [_hour]);
        ladder.Climb(TestPlans.One, Piece(0), _session);

        ladder.Reach(TestPlans.One, new TradingSession(TestPlans.Monday, At(open), At(close)));

        Assert.Equal(At(3_600), ladder.StateOf(TestPlans.One, 0).End);
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(1, 600, false)]
    [InlineData(-600, 0, false)]
    public void The_session_that_holds_a_candle_s_first_second_and_no_other_moves_its_end(int open, int close, bool isEmpty)
    {
        var ladder = new TimeframeLadder(1, [_five]);
        if (!isEmpty) ladder.Climb(TestPlans.One, Piece(0), _session);
        var before = ladder.StateOf(TestPlans.One, 0);

        ladder.Reach(TestPlans.One, new TradingSession(TestPlans.Monday, At(open), At(close)));

        Assert.Equal(before, ladder.StateOf(TestPlans.One, 0));
    }

    private static Instant At(int second) => TestPlans.Open.PlusSeconds(second);

    private static Candle Forming(int start, int ticks) => Piece(start) with { Seconds = 300, Ticks = ticks };

    private static Candle Piece(int second) => new()
    {
        Start = At(second),
        Open = new Price(100),
        High = new Price(110),
        Low = new Price(90),
        Close = new Price(100),
        Seconds = 1,
        Ticks = 1,
    };
}
