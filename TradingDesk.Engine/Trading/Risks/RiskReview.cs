using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Risk;

namespace TradingDesk.Engine.Trading.Risks;

/// <summary>
/// Judges entries by the limits of their account and of their run, and looks after every loss: what is reached holds the account or the
/// run at once, as a fact.
/// </summary>
internal sealed class RiskReview(InstrumentTable instruments, MarketView market, TradingBook book, MoneyVoice say)
{
    /// <summary>Parts of the drawdown limit in which the peak is kept.</summary>
    private const int PeakSteps = 100;

    private readonly BookValues _values = new(instruments, market.LastOf);
    private readonly List<ScopeUse> _uses = [];

    private Exposure Exposure => field ??= new Exposure(_values);

    private EntryCheck Check => field ??= new EntryCheck(Exposure);

    /// <summary>What a scope uses, by its place among the scopes.</summary>
    public ScopeUse UseOf(int place)
    {
        var scopes = book.Risks.Scopes;
        for (var next = _uses.Count; next <= place; next++)
            _uses.Add(new ScopeUse(scopes[next], book.Of(scopes[next].Account), book.Orders, new Exposure(_values)));
        return _uses[place];
    }

    /// <summary>Whether a new intent may be entered.</summary>
    public RefusalCode Judge(Account account, Instrument instrument, in IntentTerms intent, in MarketNow now)
    {
        var wanted = new EntryWanted
        {
            Instrument = instrument,
            Key = new PositionKey(instrument.Id, intent.Whole.Product, intent.Run),
            Terms = intent.Whole,
            More = intent.Whole.Quantity.Units,
            Orders = intent.Slices,
        };
        return Judge(account, wanted, now);
    }

    /// <summary>Whether an entry may work on other terms.</summary>
    public RefusalCode JudgeChange(Account account, Order order, in OrderTerms terms, in MarketNow now)
    {
        var wanted = new EntryWanted
        {
            Instrument = instruments[order.Instrument],
            Key = order.Key,
            Terms = terms,
            More = Math.Max(0, (terms.Quantity - order.Most).Units),
            Orders = 0,
        };
        return Judge(account, wanted, now);
    }

    private RefusalCode Judge(Account account, in EntryWanted wanted, in MarketNow now)
    {
        Review(account);
        var refusal = EntryCheck.JudgeBooks(wanted, account, book.Orders);
        if (refusal == RefusalCode.None) refusal = Judge(account, wanted, book.Risks.Of(account.Id), now);
        if (refusal != RefusalCode.None || wanted.Key.Run.IsNone) return refusal;
        if (book.Risks.Find(account.Id, wanted.Key.Run) is not { } run) return refusal;
        // A run that was given no limits is held to its account's alone, and to its own state.
        return run.Limits is null && run.State == RiskState.Active ? refusal : Judge(account, wanted, run, now);
    }

    /// <summary>Orders of the scope whose end is not known.</summary>
    public int OpenOf(RiskScope scope)
    {
        var open = 0;
        foreach (var order in book.Orders.Open)
        {
            if (order.Account == scope.Account && scope.Holds(order.Key.Run)) open++;
        }

        return open;
    }

    private RefusalCode Judge(Account account, in EntryWanted wanted, RiskScope scope, in MarketNow now)
    {
        Exposure.Count(account, scope, book.Orders);
        var judged = new EntryScope
        {
            Limits = scope.Limits,
            State = scope.State,
            Why = scope.Why,
            Trades = scope.Trades,
            OpenOrders = OpenOf(scope),
        };
        return Check.Judge(wanted, judged, now);
    }

    /// <summary>Whether the scope was held when the entry was there already: it is to be cancelled, and does not leave any more.</summary>
    public static bool IsHeld(RiskScope scope, Order order) => scope.State != RiskState.Active && order.Role == IntentRole.Entry
        && scope.Holds(order.Key.Run) && order.At <= scope.StateAt;

    /// <summary>Why an accepted entry may not leave any more; none when it may.</summary>
    public RefusalCode WhyHeld(Order order)
    {
        var account = book.Risks.Of(order.Account);
        if (IsHeld(account, order)) return account.Why;
        return book.Risks.Find(order.Account, order.Key.Run) is { } run && IsHeld(run, order) ? run.Why : RefusalCode.None;
    }

    /// <summary>Looks at what the account and its runs have lost.</summary>
    public void Review(Account account)
    {
        if (!IsPriced(account)) return;
        var scopes = book.Risks.Scopes;
        for (var place = 0; place < scopes.Count; place++)
        {
            if (scopes[place].Account == account.Id) Review(UseOf(place));
        }
    }

    /// <summary>An account's day is about to end: its runs' next day begins at what they have made in all.</summary>
    public void EndDay(Account account)
    {
        var scopes = book.Risks.Scopes;
        for (var place = 0; place < scopes.Count; place++)
        {
            var scope = scopes[place];
            if (scope.Account == account.Id && !scope.Run.IsNone) Say(FactKind.RunDayEnded, EventOf(scope, NetOf(scope, account)));
        }
    }

    /// <summary>The worth of an account, or what a run has made in all; both after charges.</summary>
    public static Money NetOf(RiskScope scope, Account account)
    {
        if (scope.Run.IsNone) return account.Worth;
        var net = scope.Closed;
        foreach (var position in account.Positions)
        {
            if (scope.Holds(position.Key.Run)) net += position.Realised + position.Unrealised - account.ChargesOf(position);
        }

        return net;
    }

    /// <summary>Lost since the day began, after charges; negative when there is a gain.</summary>
    public static Money DayLossOf(RiskScope scope, Account account, Money net) =>
        (scope.Run.IsNone ? account.DayStart + account.MovedToday : scope.DayStart) - net;

    private void Review(ScopeUse use)
    {
        var (scope, account) = (use.Scope, use.Account);
        if (scope.Why == RefusalCode.DayLossReached && scope.StateAt.IndiaDate < account.Day) Lift(scope);
        if (scope.Limits is not { DayLoss: { } dayLoss, Drawdown: { } drawdown }) return;
        var net = use.NetAt(say.Journaled);
        if (net > scope.Peak && net >= scope.Peak + StepOf(drawdown)) Say(FactKind.PeakRaised, EventOf(scope, net));
        if (scope.State != RiskState.Active) return;
        var (lostToday, lost) = (DayLossOf(scope, account, net), scope.Peak - net);
        if (lost >= drawdown) Hold(scope, RefusalCode.DrawdownReached, lost, drawdown);
        else if (lostToday >= dayLoss) Hold(scope, RefusalCode.DayLossReached, lostToday, dayLoss);
    }

    private static Money StepOf(Money drawdown) => new(Math.Max(Price.Scale, drawdown.Scaled / PeakSteps));

    private void Hold(RiskScope scope, RefusalCode why, Money lost, Money limit)
    {
        var state = scope.Run.IsNone ? RiskState.ReduceOnly : RiskState.Halted;
        Say(FactKind.RiskStateChanged, EventOf(scope, lost) with { State = state, Why = why, Limit = limit });
    }

    /// <summary>Another day: what was lost on the one before holds it no longer.</summary>
    private void Lift(RiskScope scope) =>
        Say(FactKind.RiskStateChanged, EventOf(scope, default) with { State = RiskState.Active, Why = scope.Why });

    private static RiskEvent EventOf(RiskScope scope, Money amount) =>
        new() { Account = scope.Account, Run = scope.Run, State = scope.State, Amount = amount };

    private void Say(FactKind kind, in RiskEvent what) => say.Commit(new DeskFact { Kind = kind, Risk = what }, null);

    /// <summary>After a start what is held has no price until its first tick: nothing can be said of losses before it.</summary>
    private bool IsPriced(Account account)
    {
        foreach (var position in account.Positions)
        {
            if (!position.IsFlat && position.LastAt == default && market.LastOf(position.Instrument) == default) return false;
        }

        return true;
    }
}
