using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Engine.Trading.Runs;

/// <summary>The desk trades by itself: from a candle to a signal to an order in the run's own book.</summary>
public sealed class RunDeskTests
{
    private readonly RunUnderTest _runs = new();

    [Fact]
    public void A_run_warms_from_its_history_and_then_runs()
    {
        var run = _runs.Declared();
        Assert.Equal(RunState.Idle, run.State);

        _runs.Ask(run, RunAction.Start);
        Assert.Equal(RunState.Warming, run.State);
        Assert.Equal(1_000, Assert.Single(_runs.Desk.Board.Runs.Wanted).Candles);
        _runs.GiveHistory();

        Assert.Equal(RunState.Running, run.State);
        Assert.Empty(_runs.Desk.Board.Runs.Wanted);
    }

    [Fact]
    public void Without_history_it_warms_from_the_candles_to_come()
    {
        var run = _runs.Declared();
        _runs.Ask(run, RunAction.Start);
        _runs.GiveHistory(candles: 0);
        Assert.Equal(RunState.Warming, run.State);

        _runs.Minute(1_000);
        _runs.Minute(1_000);

        Assert.Equal(RunState.Running, run.State);
    }

    [Fact]
    public void A_signal_becomes_an_order_of_the_runs_own_book()
    {
        var run = _runs.Running();

        _runs.Minute(WaywardStrategy.Buy);

        var signal = Assert.Single(_runs.Signals);
        Assert.Equal((1, run.Id, SignalKind.Enter, Side.Buy, RefusalCode.None),
            (signal.Signal.Number, signal.Signal.Run, signal.Signal.Kind, signal.Signal.Side, signal.Refusal));
        Assert.Equal(Price.FromRupees(WaywardStrategy.Buy), signal.Signal.Price);
        var accepted = Assert.Single(_runs.Desk.Facts, fact => fact.Kind == FactKind.IntentAccepted);
        Assert.Equal((run.Id, 1, 10), (accepted.Intent.Run, accepted.Intent.Signal, accepted.Intent.Whole.Quantity.Units));
        _runs.FillAll(WaywardStrategy.Buy);
        Assert.Equal(10, _runs.HeldBy(run));
        Assert.Null(_runs.Desk.Book.Accounts[0].Find(TradingUnderTest.Held(TradingUnderTest.Share)));
    }

    [Fact]
    public void The_other_side_leaves_what_is_held_and_turns()
    {
        var run = _runs.Running();
        _runs.Minute(WaywardStrategy.Buy);
        _runs.FillAll(WaywardStrategy.Buy);

        _runs.Minute(WaywardStrategy.Sell);
        _runs.FillAll(WaywardStrategy.Sell);

        Assert.Equal(-10, _runs.HeldBy(run));
        var intents = _runs.Desk.Facts.Where(fact => fact.Kind == FactKind.IntentAccepted).Select(fact => fact.Intent).ToArray();
        Assert.Equal([IntentRole.Entry, IntentRole.Exit, IntentRole.Entry], intents.Select(intent => intent.Role));
        Assert.Equal([1, 2, 2], intents.Select(intent => intent.Signal));
    }

    [Theory]
    [InlineData(WaywardStrategy.Doubt, nameof(RefusalCode.BelowConfidence))]
    [InlineData(WaywardStrategy.Leave, nameof(RefusalCode.AlreadyThere))]
    [InlineData(WaywardStrategy.Guard, nameof(RefusalCode.AlreadyThere))]
    public void A_signal_that_is_not_acted_on_says_why(int close, string code)
    {
        _runs.Running();

        _runs.Minute(close);

        Assert.Equal(code, Assert.Single(_runs.Signals).Refusal.ToString());
        Assert.DoesNotContain(_runs.Desk.Facts, fact => fact.Kind is FactKind.IntentAccepted or FactKind.IntentDenied);
    }

    [Fact]
    public void Of_two_wishes_of_one_candle_the_first_is_acted_on()
    {
        _runs.Running();

        _runs.Minute(WaywardStrategy.BuyTwice);

        Assert.Equal([RefusalCode.None, RefusalCode.Superseded], _runs.Signals.Select(signal => signal.Refusal));
    }

    [Fact]
    public void An_aim_holds_a_part_and_less_of_it_later()
    {
        var run = _runs.Running();
        _runs.Minute(WaywardStrategy.Buy);
        _runs.FillAll(WaywardStrategy.Buy);

        _runs.Minute(WaywardStrategy.Half);
        _runs.FillAll(WaywardStrategy.Half);

        Assert.Equal(5, _runs.HeldBy(run));
    }

    [Fact]
    public void A_paused_run_opens_nothing_and_may_leave()
    {
        var run = _runs.Running();
        _runs.Minute(WaywardStrategy.Buy);
        _runs.FillAll(WaywardStrategy.Buy);
        _runs.Ask(run, RunAction.Pause);

        _runs.Minute(WaywardStrategy.Sell);
        Assert.Equal(RefusalCode.NotRunning, _runs.Signals.Last().Refusal);
        _runs.Minute(WaywardStrategy.Leave);
        _runs.FillAll(WaywardStrategy.Leave);

        Assert.Equal(0, _runs.HeldBy(run));
    }

    [Fact]
    public void Flatten_leaves_all_and_pauses()
    {
        var run = _runs.Running();
        _runs.Minute(WaywardStrategy.Buy);
        _runs.FillAll(WaywardStrategy.Buy);

        _runs.Ask(run, RunAction.Flatten);
        _runs.FillAll(1_000);

        Assert.Equal((RunState.Paused, 0L), (run.State, _runs.HeldBy(run)));
    }

    [Fact]
    public void A_fill_that_comes_after_a_flatten_is_left_too()
    {
        var run = _runs.Running();
        _runs.Minute(WaywardStrategy.Buy);
        var order = Assert.Single(_runs.Desk.Book.Orders.Open);
        _runs.Desk.Work(order);
        _runs.Ask(run, RunAction.Flatten);

        _runs.Desk.Fill(order, 10, WaywardStrategy.Buy);
        for (var second = 0; second < 6; second++) _runs.Desk.Pass(1_000);
        _runs.Desk.Sync();
        _runs.FillAll(1_000);

        Assert.Equal(0, _runs.HeldBy(run));
    }

    [Theory]
    [InlineData(WaywardStrategy.Throw, nameof(RefusalCode.StrategyThrew))]
    [InlineData(WaywardStrategy.NotANumber, nameof(RefusalCode.StrategyNotANumber))]
    [InlineData(WaywardStrategy.TooMuch, nameof(RefusalCode.SignalStorm))]
    public void A_strategy_that_breaks_is_benched_and_the_desk_goes_on(int close, string code)
    {
        var broken = _runs.Running();
        var other = _runs.Running();
        _runs.Ask(other, RunAction.Pause);
        _runs.Ask(other, RunAction.Resume);

        _runs.Minute(close);

        Assert.Equal((RunState.Benched, code), (broken.State, broken.Code.ToString()));
        Assert.NotEmpty(broken.Remark);
        Assert.Contains(_runs.Desk.Facts, fact => fact.Kind == FactKind.CandleClosed && fact.Candle.Close == Price.FromRupees(close));
    }

    [Fact]
    public void No_signal_comes_from_a_candle_with_a_hole_nor_shortly_after()
    {
        var run = _runs.Declared();
        _runs.Minute(RunUnderTest.Quietly);
        _runs.Ask(run, RunAction.Start);
        _runs.GiveHistory(last: CandleQuality.Gap);

        _runs.Minute(WaywardStrategy.Buy);
        _runs.Minute(WaywardStrategy.Buy);
        Assert.Empty(_runs.Signals);
        _runs.Minute(WaywardStrategy.Buy);

        Assert.Single(_runs.Signals);
    }

    [Fact]
    public void A_strategy_that_looks_at_what_forms_may_leave_by_it_and_not_open()
    {
        var run = _runs.Running();
        _runs.Minute(WaywardStrategy.Buy);
        _runs.FillAll(WaywardStrategy.Buy);
        var before = _runs.Signals.Count();

        _runs.Desk.Tick(TradingUnderTest.Share, WaywardStrategy.FormingLeave * 100L);
        _runs.Desk.Pass(1_500);
        _runs.Desk.Pass(1_500);
        _runs.FillAll(1_000);

        Assert.Equal(0, _runs.HeldBy(run));
        Assert.Equal(SignalKind.Exit, _runs.Signals.Skip(before).First().Signal.Kind);
    }

    [Fact]
    public void Its_stop_is_held_by_the_desk()
    {
        var run = _runs.Running();
        _runs.Minute(WaywardStrategy.Buy);
        _runs.FillAll(WaywardStrategy.Buy);

        _runs.Desk.Tick(TradingUnderTest.Share, (WaywardStrategy.Buy - 21) * 100L);
        _runs.Desk.Sync();
        _runs.FillAll(WaywardStrategy.Buy - 21);

        Assert.Equal(0, _runs.HeldBy(run));
        Assert.Contains(_runs.Desk.Facts, fact => fact is { Kind: FactKind.IntentAccepted, Intent.Role: IntentRole.Stop });
    }

    [Fact]
    public void A_wish_moves_the_stop_of_what_is_held()
    {
        var run = _runs.Running();
        _runs.Minute(WaywardStrategy.Buy);
        _runs.FillAll(WaywardStrategy.Buy);

        _runs.Minute(WaywardStrategy.Guard);

        Assert.Equal(Price.FromRupees(WaywardStrategy.Guard - 5), _runs.Desk.Book.Brackets.Values.Single().Stop);
        Assert.Equal(10, _runs.HeldBy(run));
    }

    [Fact]
    public void An_evaluation_says_what_it_would_want_and_does_nothing()
    {
        var run = _runs.Running();
        _runs.Desk.Tick(TradingUnderTest.Share, WaywardStrategy.Sell * 100L);
        _runs.Desk.Pass(2_000);

        var said = _runs.Ask(run, RunAction.Evaluate);

        Assert.Equal((FactKind.RunEvaluated, SignalKind.Enter, Side.Sell), (said.Kind, said.Signal.Kind, said.Signal.Side));
        Assert.Empty(_runs.Signals);
        Assert.DoesNotContain(_runs.Desk.Facts, fact => fact.Kind == FactKind.IntentAccepted);
    }

    [Fact]
    public void A_run_that_worked_before_a_start_warms_anew_and_goes_on()
    {
        var run = _runs.Running();
        _runs.Minute(WaywardStrategy.Buy);
        _runs.FillAll(WaywardStrategy.Buy);

        var again = new RunUnderTest(_runs.Desk.StartedAgain([WaywardStrategy.Description]));
        var same = again.Book.Find(run.Id)!;

        Assert.Equal((RunState.Warming, RefusalCode.Restarted, 10L), (same.State, same.Code, again.HeldBy(same)));
        again.GiveHistory();
        // The minute of the start has a hole; it acts again when it has seen three without one.
        for (var minute = 0; minute < 3; minute++) again.Minute(RunUnderTest.Quietly);
        again.Minute(WaywardStrategy.Sell);
        again.FillAll(WaywardStrategy.Sell);
        Assert.Equal((2, -10L), (again.Signals.Single().Signal.Number, again.HeldBy(same)));
    }

    [Fact]
    public void A_run_of_a_strategy_that_is_gone_is_stopped_and_keeps_what_it_holds()
    {
        var run = _runs.Running();
        _runs.Minute(WaywardStrategy.Buy);
        _runs.FillAll(WaywardStrategy.Buy);

        var again = new RunUnderTest(_runs.Desk.StartedAgain([]));

        Assert.Equal((RunState.Stopped, RefusalCode.RunNotAllowed), (again.Book.Find(run.Id)!.State, again.Book.Find(run.Id)!.Code));
        Assert.Equal(10, again.Desk.Book.Accounts[0].Positions.Single().Units);
    }

    [Fact]
    public void A_follower_acts_on_its_leaders_signals_in_a_book_of_its_own()
    {
        var leader = _runs.Running();
        var follower = _runs.Declared($"mode=follow leader={leader.Id.Number} min_confidence=0.95");
        _runs.Ask(follower, RunAction.Start);

        _runs.Minute(WaywardStrategy.Buy);

        Assert.Equal([(leader.Id, 1, RefusalCode.None), (follower.Id, 1, RefusalCode.BelowConfidence)],
            _runs.Signals.Select(fact => (fact.Signal.Run, fact.Signal.Number, fact.Refusal)));
    }

    [Fact]
    public void A_shadow_starts_and_stops_with_its_leader_and_decides_by_itself()
    {
        var leader = _runs.Declared();
        var shadow = _runs.Declared($"mode=shadow leader={leader.Id.Number}");
        _runs.Minute(RunUnderTest.Quietly);
        _runs.Ask(leader, RunAction.Start);
        _runs.GiveHistory();

        _runs.Minute(WaywardStrategy.Buy);
        _runs.FillAll(WaywardStrategy.Buy);
        Assert.Equal((10L, 10L), (_runs.HeldBy(leader), _runs.HeldBy(shadow)));
        _runs.Ask(leader, RunAction.Stop);

        Assert.Equal((RunState.Stopped, RunState.Stopped), (leader.State, shadow.State));
    }

    [Fact]
    public void A_new_version_decides_once_it_is_warm_and_the_old_one_until_then()
    {
        var run = _runs.Running();

        _runs.Desk.Ask(new ChangeRun(run.Id, 1, $"{RunUnderTest.Words} quantity=lots:20".Replace("quantity=lots:10 ", "")));
        _runs.Minute(WaywardStrategy.Doubt);
        Assert.Equal(1, _runs.Signals.Last().Signal.Version);
        _runs.GiveHistory();
        _runs.Minute(WaywardStrategy.Buy);

        Assert.Equal(2, _runs.Signals.Last().Signal.Version);
        Assert.Equal(20, Assert.Single(_runs.Desk.Facts, fact => fact.Kind == FactKind.IntentAccepted).Intent.Whole.Quantity.Units);
    }

    [Fact]
    public void A_change_made_from_another_version_is_refused()
    {
        var run = _runs.Running();

        var said = _runs.Desk.Ask(new ChangeRun(run.Id, 7, RunUnderTest.Words));

        Assert.Equal(RefusalCode.OtherVersion, said.Refusal);
    }

    [Fact]
    public void Outside_its_window_it_opens_nothing_and_at_its_end_it_leaves()
    {
        var run = _runs.Running("window=09:15-09:19 square-off=09:20");
        _runs.Minute(WaywardStrategy.Buy);
        _runs.FillAll(WaywardStrategy.Buy);

        _runs.Minute(WaywardStrategy.Sell);
        Assert.Equal(RefusalCode.OutsideWindow, _runs.Signals.Last().Refusal);
        _runs.Minute(RunUnderTest.Quietly);
        _runs.FillAll(1_000);

        Assert.Equal(0, _runs.HeldBy(run));
        Assert.Single(_runs.Desk.Facts, fact => fact is { Kind: FactKind.IntentAccepted, Intent.Role: IntentRole.SquareOff });
    }

    [Fact]
    public void What_its_trades_made_is_the_sum_of_what_it_decided_of_delay_and_of_fill()
    {
        var run = _runs.Running();
        _runs.Minute(WaywardStrategy.Buy);
        _runs.Desk.Tick(TradingUnderTest.Share, 1_002_00);
        _runs.FillAll(1_003);

        _runs.Ask(run, RunAction.Flatten);
        _runs.FillAll(1_000);

        var money = run.Money;
        Assert.Equal(Money.FromRupees(-30), money.Realised);
        Assert.Equal(money.Realised, money.Decided + money.Delayed + money.Filled);
        Assert.Equal((Money.FromRupees(-10), Money.FromRupees(-30)), (money.Delayed, money.Filled));
    }

    [Fact]
    public void A_timeframe_that_a_run_watches_stays()
    {
        var wanted = new DeclareRun("strategy=wayward instrument=1:2885 timeframe=5m");
        Assert.Equal(RefusalCode.TimeframeNotAllowed, _runs.Desk.Ask(wanted).Refusal);
        _runs.Desk.Ask(new ChangeTimeframes([Timeframe.Minute, new Timeframe(300)]));
        var declared = _runs.Desk.Ask(wanted);
        _runs.Desk.Ask(new MoveRun(declared.Run.Run, RunAction.Start));

        var said = _runs.Desk.Ask(new ChangeTimeframes([Timeframe.Minute]));

        Assert.Equal(RefusalCode.TimeframeInUse, said.Refusal);
    }
}
