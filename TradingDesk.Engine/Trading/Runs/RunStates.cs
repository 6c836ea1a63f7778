using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Runs;

namespace TradingDesk.Engine.Trading.Runs;

/// <summary>Moves runs from state to state: as a person wishes, when they are warm, and when they break.</summary>
internal sealed class RunStates(MoneyPath path, RunMarket market, RunOrders orders, RunVoice say, LiveRuns lives)
{
    private RunBook Book => path.Book.Runs;

    /// <summary>What a person wishes of a run happens to its shadows too.</summary>
    public RefusalCode Obey(SubmittedCommand? submitted, Run run, RunAction action)
    {
        if (RunMoves.Next(run.State, action) is not { } state) return RefusalCode.RunStateNotAllowed;
        if (action == RunAction.Start && Startable(run) is not RefusalCode.None and var refusal) return refusal;
        if (action == RunAction.Retire && !orders.HoldsNothing(run)) return RefusalCode.RunStateNotAllowed;
        Move(submitted, run, action, state);
        foreach (var other in Book.Runs)
        {
            if (other.Spec is not { Mode: RunMode.Shadow } shadow || shadow.Leader != run.Id) continue;
            var canMove = action != RunAction.Start || Startable(other) == RefusalCode.None;
            if (canMove && RunMoves.Next(other.State, action) is { } next) Move(null, other, action, next);
        }

        return RefusalCode.None;
    }

    /// <summary>After a start a run that worked warms anew; what cannot be run any more is stopped, and says so.</summary>
    public void Resume(Run run)
    {
        if (Startable(run) is not RefusalCode.None and var refusal)
        {
            say.Move(run, RunState.Stopped, refusal, null, run.Way);
            return;
        }

        if (run.State != RunState.Paused) say.Move(run, RunState.Warming, RefusalCode.Restarted, null, run.Way);
        Begin(run);
    }

    /// <summary>Takes a run that broke out of the desk; what it holds keeps its stops.</summary>
    public RefusalCode Bench(SubmittedCommand submitted, Run run, RefusalCode code)
    {
        if (!RunMoves.CanBreak(run.State)) return RefusalCode.RunStateNotAllowed;
        say.Move(run, RunState.Benched, code, submitted, run.Way);
        lives.End(run.Id);
        orders.CancelEntries(run);
        return RefusalCode.None;
    }

    public void Break(LiveRun live, Exception broken) =>
        Break(live, RefusalCode.StrategyThrew, $"{broken.GetType().Name}: {broken.Message}");

    public void Break(LiveRun live, RefusalCode code, string why)
    {
        var run = Book.Find(live.Run)!;
        var bench = new BenchRun(run.Id, why.Length <= BenchRun.WhyMost ? why : why[..BenchRun.WhyMost]);
        say.Forget(live);
        Bench(new SubmittedCommand(0, "desk", path.Book.Of(run.Account).Name, "", bench), run, code);
    }

    /// <summary>Risk has spoken: it opens nothing until a person starts it again.</summary>
    public void Halt(Run run, RefusalCode code)
    {
        if (!RunMoves.CanBreak(run.State)) return;
        say.Move(run, RunState.Halted, code, null, run.Way);
        lives.End(run.Id);
        orders.CancelEntries(run);
    }

    /// <summary>It has seen enough: from its next candle on it may wish.</summary>
    public void Ready(LiveRun live)
    {
        var run = Book.Find(live.Run)!;
        if (live.IsWarm && run.State == RunState.Warming) say.Move(run, RunState.Running, run.Code, null, run.Way);
    }

    private RefusalCode Startable(Run run)
    {
        if (run.Spec is not { } spec) return RefusalCode.RunNotAllowed;
        if (spec.Mode == RunMode.Live) return RefusalCode.NoLiveVenue;
        return market.Builds(spec.Timeframe) ? RefusalCode.None : RefusalCode.TimeframeNotAllowed;
    }

    private void Move(SubmittedCommand? submitted, Run run, RunAction action, RunState state)
    {
        if (action == RunAction.Resume && lives.Find(run.Id) is { IsWarm: false }) state = RunState.Warming;
        say.Move(run, state, RefusalCode.None, submitted, action == RunAction.Flatten ? 0 : run.Way);
        if (action == RunAction.Start) Begin(run);
        if (state is RunState.Stopped or RunState.Retired) lives.End(run.Id);
        if (action is RunAction.Pause or RunAction.Stop or RunAction.Flatten) orders.CancelEntries(run);
        if (action == RunAction.Flatten) orders.Leave(run, IntentRole.Exit);
    }

    /// <summary>A follower has no strategy of its own, so nothing to warm.</summary>
    private void Begin(Run run)
    {
        if (run.Spec!.Mode != RunMode.Follow) say.Ask(lives.Begin(run.Id, run.Spec, run.Version), market);
        else if (run.State == RunState.Warming) say.Move(run, RunState.Running, run.Code, null, run.Way);
    }
}
