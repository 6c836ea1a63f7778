using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Runs;
using TradingDesk.Engine.Strategies;

namespace TradingDesk.Engine.Trading.Runs;

/// <summary>
/// Lets strategies decide and turns what they wish into signals: numbered, acted on or with the reason why not. One that throws, gives
/// what is no number or wishes too much is benched; the desk goes on.
/// </summary>
internal sealed class RunDecisions(
    MoneyPath path, RunMarket market, RunOrders orders, RunVoice say, LiveRuns lives, RunStates states)
{
    /// <summary>Signals of one run in one minute; a strategy that wishes more does not know what it wants.</summary>
    private const int SignalsPerMinuteMost = 30;

    /// <summary>Candles without a hole before a run acts again.</summary>
    private const int CleanLeast = 3;

    private readonly StrategyDesk _asked = new();

    private RunBook Book => path.Book.Runs;

    /// <summary>A candle closed; a run that was not warm before it wishes nothing by it.</summary>
    public void Close(LiveRun live, in Candle candle, in CandleValues values)
    {
        var run = Book.Find(live.Run)!;
        var mayWish = live.IsWarm && run.State is RunState.Running or RunState.Paused && lives.Find(run.Id) == live;
        try
        {
            say.Deciding(run.Id);
            live.Take(candle, values, orders.BookOf(run));
        }
        catch (Exception broken) when (IsStrategys(broken))
        {
            states.Break(live, broken);
            return;
        }

        say.Deciding(RunId.None);
        states.Ready(live);
        if (mayWish) Hear(run, live, mayOpen: true);
    }

    /// <summary>Takes in stored candles; false when the strategy broke on them.</summary>
    public bool Recall(LiveRun live, RunCandles recalled)
    {
        try
        {
            say.Deciding(live.Run);
            foreach (var candle in recalled.Candles) live.Recall(candle, market.ValuesOf(live.Spec.Watched.Id, candle));
            if (recalled.IsLast) live.EndHistory();
        }
        catch (Exception broken) when (IsStrategys(broken))
        {
            states.Break(live, broken);
            return false;
        }

        say.Deciding(RunId.None);
        return true;
    }

    /// <summary>Shows the forming candle to a strategy that asks for it, as often as its schedule says; it may only leave by it.</summary>
    public void Look(Run run, LiveRun live, Instant clock)
    {
        if (!live.Looks || clock < live.LookAt || run.State is not (RunState.Running or RunState.Paused)) return;
        live.LookAt = clock.PlusSeconds(live.Spec.Schedule.Every);
        var forming = market.Forming(live.Spec.Watched.Id, live.Spec.Timeframe);
        if (forming.IsEmpty || live.IsJoining) return;
        try
        {
            say.Deciding(run.Id);
            live.Look(forming, market.ValuesOf(live.Spec.Watched.Id, forming), orders.BookOf(run));
        }
        catch (Exception broken) when (IsStrategys(broken))
        {
            states.Break(live, broken);
            return;
        }

        say.Deciding(RunId.None);
        Hear(run, live, mayOpen: false);
    }

    /// <summary>What it would wish if the forming candle closed now, said and not acted on.</summary>
    public RefusalCode Evaluate(SubmittedCommand submitted, Run run, LiveRun live)
    {
        var forming = market.Forming(live.Spec.Watched.Id, live.Spec.Timeframe);
        if (forming.IsEmpty) return RefusalCode.NoFreshPrice;
        try
        {
            say.Deciding(run.Id);
            live.Evaluate(forming, market.ValuesOf(live.Spec.Watched.Id, forming), orders.BookOf(run), _asked);
        }
        catch (Exception broken) when (IsStrategys(broken))
        {
            states.Break(live, broken);
            return RefusalCode.StrategyThrew;
        }

        say.Deciding(RunId.None);
        var wish = _asked.Wishes.IsEmpty ? null : SignalWords.Read(_asked.Wishes[0], live, forming);
        say.Evaluated(submitted, live, forming, wish?.Signal);
        return RefusalCode.None;
    }

    /// <summary>Whatever a strategy throws is its own fault but the lack of memory.</summary>
    private static bool IsStrategys(Exception broken) => broken is not OutOfMemoryException;

    /// <summary>What stands on the pad becomes signals; at most one of them is acted on, and stops besides.</summary>
    private void Hear(Run run, LiveRun live, bool mayOpen)
    {
        if (live.Pad.Wishes.IsEmpty || live.Clean < CleanLeast) return;
        var isActed = false;
        foreach (ref readonly var wanted in live.Pad.Wishes)
        {
            if (!mayOpen && wanted.Kind is WishKind.Enter or WishKind.Aim) continue;
            if (!TryRead(live, wanted, out var wish)) return;
            isActed |= Raise(run, wish, isActed);
        }
    }

    private bool TryRead(LiveRun live, in Wish wanted, out RunWish wish)
    {
        var read = SignalWords.Read(wanted, live, live.Last);
        wish = read.GetValueOrDefault();
        if (live.Pad.IsOverfull) states.Break(live, RefusalCode.SignalStorm, "It wished more of one candle than a strategy may.");
        else if (read is null) states.Break(live, RefusalCode.StrategyNotANumber, "It wished with a number that is none.");
        else if (live.CountSignal(path.Clock) > SignalsPerMinuteMost)
            states.Break(live, RefusalCode.SignalStorm, "It wished more in a minute than a strategy may.");
        else return true;
        return false;
    }

    /// <summary>Says the signal for the run and for all that follow it, under one number, each with why it was not acted on.</summary>
    private bool Raise(Run run, in RunWish wish, bool isActed)
    {
        var number = Book.NextSignal;
        var isOwn = Raise(run, wish, number, isActed);
        foreach (var other in Book.Runs)
        {
            if (other.Spec is { Mode: RunMode.Follow } follower && follower.Leader == run.Id) Raise(other, wish, number, isActed);
        }

        return isOwn && wish.Signal.Kind != SignalKind.Protect;
    }

    private bool Raise(Run run, in RunWish wish, int number, bool isActed)
    {
        var signal = wish.Signal;
        (signal.Run, signal.Number) = (run.Id, number);
        // A run that may not go short wants nothing where another would sell: what is filled late is left too.
        var isShort = signal.Kind is SignalKind.Enter or SignalKind.Aim && signal.Side == Side.Sell;
        if (isShort && !run.Spec!.MayGoShort) signal.Kind = SignalKind.Exit;
        var own = wish with { Signal = signal };
        var trade = default(RunTrade);
        var code = isActed && signal.Kind != SignalKind.Protect ? RefusalCode.Superseded : Judge(run, own, out trade);
        say.Raise(signal, code, run.Spec!.Watched.Id);
        if (code == RefusalCode.None) orders.Act(run, own, trade);
        return code == RefusalCode.None;
    }

    /// <summary>What cannot be computed is not acted on.</summary>
    private RefusalCode Judge(Run run, in RunWish wish, out RunTrade trade)
    {
        trade = default;
        try
        {
            return orders.Judge(run, wish, out trade);
        }
        catch (ArithmeticException)
        {
            return RefusalCode.CheckFailed;
        }
    }
}
