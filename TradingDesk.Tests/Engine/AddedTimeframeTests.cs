using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Warmth;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine;

/// <summary>A timeframe that was added while nothing traded, kept by a snapshot and restored by the next start.</summary>
public sealed class AddedTimeframeTests
{
    private static readonly Instant _now = TestPlans.Open.PlusSeconds(15 * 60);

    private static readonly DeskPlan _plan = TestPlans.Live(TradingCalendar.AlwaysOpen, 1, 60) with { Indicators = "SMA:2" };

    private static readonly Candle[] _stored =
    [
        .. Enumerable.Range(0, 15).Select(minute => new Candle
        {
            Start = TestPlans.Open.PlusSeconds(60 * minute),
            Seconds = 60,
            Open = new Price(100 + minute),
            High = new Price(100 + minute),
            Low = new Price(100 + minute),
            Close = new Price(100 + minute),
            Ticks = 1,
        }),
    ];

    private readonly DeskCore _core = new(_plan);

    public AddedTimeframeTests()
    {
        Process(DeskInput.Started(_now, _plan));
        Process(DeskInput.Warm(_now, TestPlans.One, StoredCandles.AtStart(_plan, TestPlans.One, _stored, _now)));
        Process(DeskInput.HistoryEnd(_now));
        Process(DeskInput.Of(_now, new SubmittedCommand(1, "test", new ChangeTimeframes([Timeframe.Minute, new Timeframe(300)]))));
        var wanted = _core.Board.Wanted!;
        Process(DeskInput.Warm(_now, TestPlans.One, StoredCandles.ForChange(_plan, TestPlans.One, wanted, _stored)));
        Process(DeskInput.WarmedUp(_now, wanted.Request, RefusalCode.None));
    }

    [Fact]
    public void Its_state_says_which_candles_it_has_seen()
    {
        _core.Pipeline.CopyStates();

        Assert.Equal([_now, _now], _core.Board.States.Places.ToArray().Select(place => place.NextStart));
    }

    [Fact]
    public void The_next_start_counts_no_candle_twice()
    {
        _core.Pipeline.CopyStates();
        var restored = SnapshotCodec.TryRead(SnapshotCodec.Write(_core.Board.States, _plan.Instruments))!.Values.Single();

        var warm = new StoredPast(_plan.Calendar, StoredCandles.Pieces(_stored)).AtStart(
            _plan.Instruments[TestPlans.One], _core.Board.Rungs.Timeframes, StoredCandles.ListsOf(_plan), restored, _now);

        Assert.Equal([15L, 3L], warm.Rungs.Select(rung => rung.Words[0]));
    }

    [Fact]
    public void A_state_that_has_seen_nothing_does_not_make_the_next_start_read_all_that_is_stored()
    {
        var words = new IndicatorSet(StoredCandles.ListsOf(_plan).For(TestPlans.One, Timeframe.Minute)).StateWords;
        var never = new RestoredInstrument(new Dictionary<int, SavedSet> { [60] = new("SMA:2", default, new long[words]) });
        var from = long.MaxValue;

        new StoredPast(_plan.Calendar, Pieces).AtStart(
            _plan.Instruments[TestPlans.One], _plan.Timeframes, StoredCandles.ListsOf(_plan), never, _now);

        Assert.InRange(from, _now.PlusSeconds(-30 * 86_400).UnixSeconds, _now.UnixSeconds);
        IEnumerable<Candle> Pieces(Instrument _, Timeframe piece, long fromSecond, long before)
        {
            from = Math.Min(from, fromSecond);
            return [];
        }
    }

    private void Process(in DeskInput input) => _core.Pipeline.Process(input);
}
