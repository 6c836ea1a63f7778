using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Trading.Runs;

namespace TradingDesk.Tests.Engine.Trading.Runs;

/// <summary>Every wish in every state, on a whole desk: the answer is the table's, and a refused one changes nothing.</summary>
public sealed class RunCommandsTests
{
    public static TheoryData<RunState, RunAction> All()
    {
        var all = new TheoryData<RunState, RunAction>();
        foreach (var state in Enum.GetValues<RunState>().Where(state => state != RunState.Halted))
        {
            foreach (var action in Enum.GetValues<RunAction>().Where(action => action != RunAction.Evaluate)) all.Add(state, action);
        }

        return all;
    }

    [Theory, MemberData(nameof(All))]
    public void A_wish_is_obeyed_or_refused_as_the_table_says(RunState state, RunAction action)
    {
        var runs = new RunUnderTest();
        var run = In(runs, state);
        var wanted = RunMoves.Next(state, action);

        var said = runs.Ask(run, action);

        if (wanted is null)
        {
            Assert.Equal((FactKind.CommandRefused, RefusalCode.RunStateNotAllowed, state), (said.Kind, said.Refusal, run.State));
            return;
        }

        Assert.Equal((FactKind.RunMoved, RefusalCode.None), (said.Kind, said.Refusal));
        Assert.Equal(wanted, run.State);
    }

    [Fact]
    public void A_run_of_another_account_is_unknown()
    {
        var runs = new RunUnderTest();
        runs.Desk.Ask(new OpenAccount(Money.FromRupees(1_00_000)), account: "OTHER");
        var run = runs.Declared();

        var said = runs.Desk.Ask(new MoveRun(run.Id, RunAction.Start), account: "OTHER");

        Assert.Equal(RefusalCode.RunUnknown, said.Refusal);
    }

    [Fact]
    public void The_same_declaration_under_its_key_is_one_run()
    {
        var runs = new RunUnderTest();
        runs.Desk.Ask(new DeclareRun(RunUnderTest.Words), key: "once");

        var again = runs.Desk.Ask(new DeclareRun(RunUnderTest.Words), key: "once");

        Assert.Equal(FactKind.AnsweredBefore, again.Kind);
        Assert.Single(runs.Book.Runs);
    }

    [Theory]
    [InlineData("strategy=none instrument=1:2885", nameof(RefusalCode.RunNotAllowed))]
    [InlineData("strategy=wayward instrument=NOBODY", nameof(RefusalCode.RunNotAllowed))]
    [InlineData("strategy=wayward instrument=1:2885 timeframe=3m", nameof(RefusalCode.TimeframeNotAllowed))]
    [InlineData("strategy=wayward instrument=1:2885 timeframe=1m mode=live", nameof(RefusalCode.NoLiveVenue))]
    [InlineData("strategy=wayward instrument=1:2885 timeframe=1m mode=shadow leader=9", nameof(RefusalCode.RunUnknown))]
    [InlineData("strategy=wayward instrument=1:2885 timeframe=1m mode=shadow", nameof(RefusalCode.RunNotAllowed))]
    public void A_declaration_that_cannot_be_is_refused_and_leaves_no_run(string words, string code)
    {
        var runs = new RunUnderTest();

        var said = runs.Desk.Ask(new DeclareRun(words));

        Assert.Equal((code, 0), (said.Refusal.ToString(), runs.Book.Runs.Count));
    }

    [Fact]
    public void A_run_that_may_not_go_short_leaves_and_wants_nothing()
    {
        var runs = new RunUnderTest();
        var run = runs.Running("short=no");
        runs.Minute(WaywardStrategy.Buy);
        runs.FillAll(WaywardStrategy.Buy);

        runs.Minute(WaywardStrategy.Sell);
        runs.FillAll(WaywardStrategy.Sell);

        Assert.Equal((0L, 0, SignalKind.Exit), (runs.HeldBy(run), run.Way, runs.Signals.Last().Signal.Kind));
    }

    [Fact]
    public void Nobody_but_the_desk_says_that_a_run_broke()
    {
        var runs = new RunUnderTest();
        var run = runs.Running();

        var said = runs.Desk.Ask(new BenchRun(run.Id, "so they say"));

        Assert.Equal((RefusalCode.RunStateNotAllowed, RunState.Running), (said.Refusal, run.State));
    }

    private static TradingDesk.Engine.Runs.Run In(RunUnderTest runs, RunState state)
    {
        if (state == RunState.Idle) return runs.Declared();
        if (state == RunState.Retired)
        {
            var retired = runs.Declared();
            runs.Ask(retired, RunAction.Retire);
            return retired;
        }

        if (state == RunState.Warming)
        {
            var warming = runs.Declared();
            runs.Ask(warming, RunAction.Start);
            return warming;
        }

        var run = runs.Running();
        if (state == RunState.Paused) runs.Ask(run, RunAction.Pause);
        if (state == RunState.Stopped) runs.Ask(run, RunAction.Stop);
        if (state == RunState.Benched) runs.Minute(WaywardStrategy.Throw);
        Assert.Equal(state, run.State);
        return run;
    }
}
