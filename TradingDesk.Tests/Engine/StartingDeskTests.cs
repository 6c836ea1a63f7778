using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine;

/// <summary>A desk whose history is still on the line: what is asked of it then would be built on what is not there yet.</summary>
public sealed class StartingDeskTests
{
    private static readonly DeskPlan _plan =
        TestPlans.Live(TradingCalendar.AlwaysOpen, 2, 60, 300) with { Indicators = "SMA:2" };

    private static readonly Candle[] _stored =
    [
        .. Enumerable.Range(0, 12).Select(minute => new Candle
        {
            Start = TestPlans.Open.PlusSeconds(60 * minute),
            Seconds = 60,
            Open = new Price(100),
            High = new Price(100),
            Low = new Price(100),
            Close = new Price(100),
            Ticks = 1,
        }),
    ];

    private static readonly Instant _start = TestPlans.Open.PlusSeconds(12 * 60);

    private readonly DeskUnderTest _desk = new(_plan);

    public StartingDeskTests() => _desk.Put(DeskInput.Started(_start, _plan));

    [Fact]
    public void A_timeframe_dropped_before_the_history_came_is_refused_and_the_history_finds_its_place()
    {
        var command = _desk.Ask(_start, new ChangeTimeframes([Timeframe.Minute]));

        Finish();

        AssertRefused(command);
        Assert.Equal(12, CandlesOf(TestPlans.One, rung: 0));
        Assert.Equal(2, CandlesOf(TestPlans.One, rung: 1));
        Assert.Equal(12, CandlesOf(TestPlans.Two, rung: 0));
    }

    [Fact]
    public void Other_indicators_before_the_history_came_are_refused_instead_of_warmed_by_nothing()
    {
        var command = _desk.Ask(_start, new ChangeIndicators(1, "EMA:5", ""));

        Finish();

        AssertRefused(command);
        Assert.Null(_desk.Board.Wanted);
        Assert.Equal("SMA:2", _desk.Board.Rungs.Indicators);
    }

    [Fact]
    public void Once_the_history_came_a_change_may_be_asked()
    {
        Finish();

        _desk.Ask(_start, new ChangeIndicators(1, "EMA:5", ""));

        Assert.Empty(_desk.Of(FactKind.CommandRefused));
        Assert.Equal("EMA:5", _desk.Board.Wanted!.Indicators);
    }

    private void Finish()
    {
        foreach (var id in new[] { TestPlans.One, TestPlans.Two })
            _desk.Put(DeskInput.Warm(_start, id, StoredCandles.AtStart(_plan, id, _stored, _start)));
        _desk.Put(DeskInput.HistoryEnd(_start));
    }

    private void AssertRefused(long command)
    {
        var refusal = Assert.Single(_desk.Of(FactKind.CommandRefused));
        Assert.Equal((command, RefusalCode.Starting), (refusal.Command, refusal.Refusal));
    }

    private int CandlesOf(InstrumentId id, int rung)
    {
        _desk.Board.Rungs.Read(id, rung, out var level, [], []);
        return level.Candles;
    }
}
