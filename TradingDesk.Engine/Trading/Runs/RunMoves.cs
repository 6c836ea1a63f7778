using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Trading.Runs;

/// <summary>Which state a person's wish leads a run to; null where it means nothing.</summary>
internal static class RunMoves
{
    public static RunState? Next(RunState state, RunAction action) => (action, state) switch
    {
        (RunAction.Start, RunState.Idle or RunState.Halted or RunState.Benched or RunState.Stopped) => RunState.Warming,
        (RunAction.Pause, RunState.Warming or RunState.Running) => RunState.Paused,
        (RunAction.Resume, RunState.Paused) => RunState.Running,
        (RunAction.Stop, not (RunState.Idle or RunState.Stopped or RunState.Retired)) => RunState.Stopped,
        (RunAction.Flatten, RunState.Warming or RunState.Running) => RunState.Paused,
        (RunAction.Flatten, RunState.Paused or RunState.Halted or RunState.Benched or RunState.Stopped) => state,
        (RunAction.Retire, RunState.Idle or RunState.Halted or RunState.Benched or RunState.Stopped) => RunState.Retired,
        _ => null,
    };

    /// <summary>Only what works can break.</summary>
    public static bool CanBreak(RunState state) => state is RunState.Warming or RunState.Running or RunState.Paused;
}
