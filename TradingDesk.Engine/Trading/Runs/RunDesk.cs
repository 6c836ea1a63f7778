using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Runs;

namespace TradingDesk.Engine.Trading.Runs;

/// <summary>
/// The desk's strategies: declared, started and stopped by commands, warmed from stored candles, told of what closes, and sent home when
/// their day is over.
/// </summary>
internal sealed class RunDesk
{
    /// <summary>How long a run that wants nothing waits before it looks for what it still holds.</summary>
    private const int LeaveEverySeconds = 5;

    private readonly MoneyPath _path;
    private readonly RunMarket _market;
    private readonly RunOrders _orders;
    private readonly RunVoice _say;
    private readonly LiveRuns _lives;
    private readonly RunStates _states;
    private readonly RunDecisions _decisions;
    private readonly Dictionary<RunId, Instant> _leaveAt = [];

    /// <summary>By run, the number after the newest fact when it was asked last whether the run is halted; 0 before.</summary>
    private readonly long[] _seen = new long[Limits.RunsMost];

    public RunDesk(MoneyPath path, RunMarket market, OrderIntents intents, OrderChanges changes, LevelBoard board)
    {
        (_path, _market) = (path, market);
        _orders = new RunOrders(path, intents, changes);
        _lives = new LiveRuns(path.Plan.Instruments.Count);
        _say = new RunVoice(path, board, _lives);
        _states = new RunStates(path, market, _orders, _say, _lives);
        _decisions = new RunDecisions(path, market, _orders, _say, _lives, _states);
    }

    private RunBook Book => _path.Book.Runs;

    public RefusalCode Obey(SubmittedCommand submitted, Account account) => submitted.Command switch
    {
        DeclareRun declare => Declare(submitted, account, declare),
        ChangeRun change when Owned(account, change.Run) is { } run => Change(submitted, run, change),
        MoveRun { Action: RunAction.Evaluate } move when Owned(account, move.Run) is { } run =>
            _lives.Find(run.Id) is { IsWarm: true } live ? _decisions.Evaluate(submitted, run, live) : RefusalCode.RunStateNotAllowed,
        MoveRun move when Owned(account, move.Run) is { } run => _states.Obey(submitted, run, move.Action),
        // Only the desk itself says that a run broke.
        BenchRun => RefusalCode.RunStateNotAllowed,
        _ => RefusalCode.RunUnknown,
    };

    /// <summary>Whether a run at work watches a timeframe that is none of those.</summary>
    public bool NeedsOtherThan(IReadOnlyList<Timeframe> timeframes) => _lives.NeedOtherThan(timeframes);

    /// <summary>After a start: what ran goes on once it is warm; what would run live waits for a person.</summary>
    public void Join()
    {
        foreach (var run in Book.Runs)
        {
            if (RunMoves.CanBreak(run.State)) _states.Resume(run);
        }

        ShowAll();
    }

    /// <summary>A candle closed: whoever watches it decides.</summary>
    public void Close(InstrumentId id, int rung, in Candle candle, in CandleValues values)
    {
        var watching = _lives.Watching(id);
        if (watching.IsEmpty) return;
        var timeframe = _market.TimeframeOf(rung);
        foreach (var live in watching)
        {
            if (live.Spec.Timeframe == timeframe) _decisions.Close(live, candle, values);
        }
    }

    /// <summary>Stored candles for a run that warms, or the end of them; those of one that was stopped meanwhile are nobody's.</summary>
    public void Recall(RunCandles recalled)
    {
        if (_lives.Asking(recalled.Request) is not { } live) return;
        if (!_decisions.Recall(live, recalled) || !recalled.IsLast) return;
        _say.Forget(live);
        if (_lives.IsNext(live)) _lives.TakeOver(live);
        _states.Ready(live);
        ShowAll();
    }

    /// <summary>The desk was away: a run acts again when it has seen whole candles, and by none that closes late.</summary>
    public void SufferAbsence(Instant from, Instant to)
    {
        foreach (var live in _lives.All)
        {
            if (_market.HasLost(live.Spec.Watched.Id, live.Spec.Timeframe, from, to)) live.LoseTrack();
        }
    }

    /// <summary>The clock has moved on by a second.</summary>
    public void Move(Instant clock)
    {
        if (Book.Runs.Count == 0) return;
        var time = clock.IndiaTime;
        foreach (var run in Book.Runs)
        {
            if (run.Spec is not { } spec || run.State is RunState.Idle or RunState.Retired) continue;
            if (IsNews(run) && IsHalted(run, out var why)) _states.Halt(run, why);
            if (_lives.Find(run.Id) is { IsWarm: true } live) _decisions.Look(run, live, clock);
            var isOver = spec.Schedule.IsOver(time);
            if ((isOver || run.Way == 0) && !_orders.HoldsNothing(run)) GoHome(run, isOver, clock);
        }

        ShowAll();
    }

    /// <summary>Whether a fact that the journal keeps was said since this was asked last: nothing else halts a run.</summary>
    private bool IsNews(Run run)
    {
        ref var seen = ref _seen[run.Id.Number - 1];
        var isNews = seen != _path.Say.Journaled + 1;
        seen = _path.Say.Journaled + 1;
        return isNews;
    }

    /// <summary>Whether a kill switch or risk has halted it or its whole account.</summary>
    private bool IsHalted(Run run, out RefusalCode why)
    {
        why = RefusalCode.Killed;
        if (_path.Book.Kills.Stops(run.Account)) return true;
        var (own, account) = (_path.Book.Risks.Find(run.Account, run.Id), _path.Book.Risks.Of(run.Account));
        why = account.State == RiskState.Halted ? account.Why : own?.Why ?? RefusalCode.None;
        return account.State == RiskState.Halted || own?.State == RiskState.Halted;
    }

    private void ShowAll() => _say.ShowAll();

    private Run? Owned(Account account, RunId id) => Book.Find(id) is { } run && run.Account == account.Id ? run : null;

    private RefusalCode Declare(SubmittedCommand submitted, Account account, DeclareRun declare)
    {
        if (Book.Runs.Count >= Limits.RunsMost) return RefusalCode.TooManyRuns;
        if (Book.Read(declare.Words) is not { } spec) return RefusalCode.RunNotAllowed;
        if (Review(spec, Book.NextRun) is not RefusalCode.None and var refusal) return refusal;
        var run = _say.Declare(submitted, account);
        if (spec.Mode == RunMode.Shadow && RunMoves.CanBreak(Book.Find(spec.Leader)!.State)) _states.Obey(null, run, RunAction.Start);
        return RefusalCode.None;
    }

    /// <summary>What the words cannot know: the desk's timeframes, its other runs, its venues.</summary>
    private RefusalCode Review(RunSpec spec, RunId own)
    {
        if (spec.Mode == RunMode.Live) return RefusalCode.NoLiveVenue;
        if (!_market.Builds(spec.Timeframe)) return RefusalCode.TimeframeNotAllowed;
        if (spec.Leader.IsNone) return RefusalCode.None;
        var isBound = spec.Leader != own && Book.Find(spec.Leader)?.Spec is { Leader.IsNone: true } leader
            && leader.Watched.Id == spec.Watched.Id;
        return isBound ? RefusalCode.None : RefusalCode.RunUnknown;
    }

    /// <summary>Another version: at once where nothing decides, else between two candles, once it is warm.</summary>
    private RefusalCode Change(SubmittedCommand submitted, Run run, ChangeRun change)
    {
        if (run.State == RunState.Retired) return RefusalCode.RunStateNotAllowed;
        if (change.BasedOn != run.Version) return RefusalCode.OtherVersion;
        if (Book.Read(change.Words) is not { } spec) return RefusalCode.RunNotAllowed;
        if (Review(spec, run.Id) is not RefusalCode.None and var refusal) return refusal;
        var isOther = run.Spec is not { } before || before.Watched.Id != spec.Watched.Id || before.Mode != spec.Mode;
        if (isOther && (RunMoves.CanBreak(run.State) || !_orders.HoldsNothing(run))) return RefusalCode.RunStateNotAllowed;
        _say.Change(submitted, run);
        if (_lives.Find(run.Id) is not null) _say.Ask(_lives.BeginNext(run.Id, run.Spec!, run.Version), _market);
        return RefusalCode.None;
    }

    /// <summary>Its day is over, or it wants nothing: what it holds is left, also what came late.</summary>
    private void GoHome(Run run, bool isOver, Instant clock)
    {
        if (_leaveAt.TryGetValue(run.Id, out var again) && clock < again) return;
        _leaveAt[run.Id] = clock.PlusSeconds(LeaveEverySeconds);
        _orders.CancelEntries(run);
        if (isOver && run.Way != 0) _say.Move(run, run.State, run.Code, null, 0);
        if (!_orders.IsLeaving(run)) _orders.LeaveOpen(run, isOver ? IntentRole.SquareOff : IntentRole.Exit);
    }
}
