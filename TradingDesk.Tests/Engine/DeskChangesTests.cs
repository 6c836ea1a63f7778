using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine;

/// <summary>Changes of indicators and timeframes on a running desk: refused with a reason, waiting, in force or dropped.</summary>
public sealed class DeskChangesTests
{
    private readonly DeskUnderTest _desk = new(
        TestPlans.Live(TradingCalendar.AlwaysOpen, 2, 60, 300) with { Indicators = "SMA:2" }, TestPlans.Open);

    [Theory]
    [InlineData(2, "SMA:3", nameof(RefusalCode.OtherVersion))]
    [InlineData(0, "SMA:3", nameof(RefusalCode.OtherVersion))]
    [InlineData(1, "FOO:3", nameof(RefusalCode.IndicatorsNotAllowed))]
    [InlineData(1, "SMA:0", nameof(RefusalCode.IndicatorsNotAllowed))]
    [InlineData(1, "SMA:3; NSE:NOBODY=RSI:14", nameof(RefusalCode.IndicatorsNotAllowed))]
    public void What_cannot_be_is_refused_and_nothing_changes(int basedOn, string lists, string code)
    {
        var before = _desk.Board.Rungs;

        var command = Change(basedOn, lists);

        var refusal = Assert.Single(_desk.Of(FactKind.CommandRefused));
        Assert.Equal((command, code), (refusal.Command, refusal.Refusal.ToString()));
        Assert.Same(before, _desk.Board.Rungs);
        Assert.Null(_desk.Board.Wanted);
    }

    [Fact]
    public void A_change_asks_for_history_and_leaves_what_is_in_force_until_it_came()
    {
        Change(1, "EMA:5; 5m=RSI:2");

        var wanted = _desk.Board.Wanted!;
        Assert.Equal((1, 2, "EMA:5; 5m=RSI:2", "test", "why"),
            (wanted.Request, wanted.Version, wanted.Indicators, wanted.Principal, wanted.Note));
        Assert.Equal((1, "SMA:2"), (_desk.Board.Rungs.IndicatorVersion, _desk.Board.Rungs.Indicators));
        Assert.Empty(_desk.Of(FactKind.IndicatorsChanged));
    }

    [Fact]
    public void With_all_history_it_comes_into_force_as_the_next_version()
    {
        var command = Change(1, "EMA:5");

        Warm(_desk.Board.Wanted!, RefusalCode.None);

        Assert.Equal(command, Assert.Single(_desk.Of(FactKind.IndicatorsChanged)).Command);
        Assert.Equal((2, "EMA:5"), (_desk.Board.Rungs.IndicatorVersion, _desk.Board.Rungs.Indicators));
        Assert.Null(_desk.Board.Wanted);
        Change(2, "SMA:2");
        Assert.NotNull(_desk.Board.Wanted);
    }

    [Theory]
    [InlineData(nameof(RefusalCode.HistoryUnreadable))]
    [InlineData(nameof(RefusalCode.HistoryBehind))]
    [InlineData(nameof(RefusalCode.ListsNotKept))]
    public void Without_its_history_it_is_dropped_as_a_whole_and_the_next_may_be_asked(string reason)
    {
        var command = Change(1, "EMA:5");

        Warm(_desk.Board.Wanted!, Enum.Parse<RefusalCode>(reason));

        var refusal = Assert.Single(_desk.Of(FactKind.CommandRefused));
        Assert.Equal((command, reason), (refusal.Command, refusal.Refusal.ToString()));
        Assert.Equal((1, "SMA:2"), (_desk.Board.Rungs.IndicatorVersion, _desk.Board.Rungs.Indicators));
        Change(1, "EMA:5");
        Assert.NotNull(_desk.Board.Wanted);
    }

    [Fact]
    public void History_of_some_instruments_only_is_not_enough()
    {
        Change(1, "EMA:5");
        var wanted = _desk.Board.Wanted!;

        _desk.Put(DeskInput.Warm(TestPlans.Open, TestPlans.One, StoredCandles.ForChange(_desk.Plan, TestPlans.One, wanted, [])));
        _desk.Put(DeskInput.WarmedUp(TestPlans.Open, wanted.Request, RefusalCode.None));

        Assert.Equal(RefusalCode.HistoryUnreadable, Assert.Single(_desk.Of(FactKind.CommandRefused)).Refusal);
    }

    [Fact]
    public void A_late_second_from_before_a_timeframe_was_added_is_stored_historys_to_bring()
    {
        var minute = TestPlans.Open.PlusSeconds(60);
        _desk.Tick(TestPlans.One, minute.PlusSeconds(-10), 100);
        _desk.Pass(minute.PlusSeconds(-10), minute.PlusSeconds(1));
        _desk.Change(minute.PlusSeconds(1), 30, 60, 300, 600);
        Assert.Equal(minute, _desk.Board.Wanted!.Through[0]);

        _desk.Tick(TestPlans.One, minute.PlusMilliseconds(-500), 500, at: minute.PlusMilliseconds(1_200));
        _desk.Pass(minute.PlusMilliseconds(1_200), minute.PlusSeconds(3));

        Assert.True(_desk.Forming(TestPlans.One, 600).IsEmpty);
        Assert.Empty(_desk.Candles(TestPlans.One, 30));
    }

    [Theory]
    [InlineData(nameof(RefusalCode.None), nameof(FactKind.TimeframesWarm))]
    [InlineData(nameof(RefusalCode.HistoryBehind), nameof(FactKind.TimeframesCold))]
    public void Whoever_added_a_timeframe_is_told_whether_its_history_came(string outcome, string answer)
    {
        var command = _desk.Change(TestPlans.Open, 60, 300, 600);
        Assert.Equal((command, FactKind.TimeframesChanged), (_desk.Board.Answers[0].Command, _desk.Board.Answers[0].Kind));

        Warm(_desk.Board.Wanted!, Enum.Parse<RefusalCode>(outcome));

        Assert.Equal((command, answer), (_desk.Board.Answers[0].Command, _desk.Board.Answers[0].Kind.ToString()));
        Assert.Equal([60, 300, 600], _desk.Board.Rungs.Timeframes.Select(timeframe => timeframe.Seconds));
    }

    [Fact]
    public void While_one_waits_another_is_refused()
    {
        Change(1, "EMA:5");

        Change(1, "EMA:6");
        _desk.Change(TestPlans.Open, 60, 300, 600);

        Assert.Equal([RefusalCode.ChangeUnderWay, RefusalCode.ChangeUnderWay],
            _desk.Of(FactKind.CommandRefused).Select(fact => fact.Refusal));
    }

    [Fact]
    public void The_answer_to_a_change_that_is_no_more_changes_nothing()
    {
        Change(1, "EMA:5");
        var first = _desk.Board.Wanted!;
        Warm(first, RefusalCode.HistoryBehind);
        Change(1, "EMA:6");

        Warm(first, RefusalCode.None);

        Assert.Empty(_desk.Of(FactKind.IndicatorsChanged));
        Assert.Equal("EMA:6", _desk.Board.Wanted!.Indicators);
    }

    [Fact]
    public void More_columns_than_the_queue_of_facts_holds_are_refused()
    {
        var plan = TestPlans.Live(TradingCalendar.AlwaysOpen, 800, 60) with { Indicators = "", FactsCapacity = 1 };
        var desk = new DeskUnderTest(plan, TestPlans.Open);
        var lists = string.Join(',', Enumerable.Range(1, Limits.ColumnsMost).Select(period => $"SMA:{period}"));

        desk.Put(DeskInput.Of(TestPlans.Open, new SubmittedCommand(1, "test", new ChangeIndicators(1, lists, ""))));

        Assert.Equal(RefusalCode.TooManyColumns, Assert.Single(desk.Of(FactKind.CommandRefused)).Refusal);
    }

    private long Change(int basedOn, string lists) => _desk.Ask(TestPlans.Open, new ChangeIndicators(basedOn, lists, "why"));

    private void Warm(WarmthWanted wanted, RefusalCode outcome)
    {
        foreach (var id in new[] { TestPlans.One, TestPlans.Two })
            _desk.Put(DeskInput.Warm(TestPlans.Open, id, StoredCandles.ForChange(_desk.Plan, id, wanted, [])));
        _desk.Put(DeskInput.WarmedUp(TestPlans.Open, wanted.Request, outcome));
    }
}
