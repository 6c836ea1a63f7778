using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Risk;

/// <summary>
/// One account as a whole, or one run on it: its limits, its state, and what of it only the journal remembers. It decides nothing.
/// </summary>
internal sealed class RiskScope(AccountId account, RunId run)
{
    public AccountId Account { get; } = account;

    /// <summary>None for the account as a whole.</summary>
    public RunId Run { get; } = run;

    /// <summary>Null until some are set: a run that was given none is held to its account's alone.</summary>
    public RiskLimits? Limits { get; private set; }

    /// <summary>Who set them, when and why.</summary>
    public string SetBy { get; private set; } = "";

    public Instant SetAt { get; private set; }

    public string SetBecause { get; private set; } = "";

    public RiskState State { get; private set; }

    /// <summary>Why it is held; none while it is active.</summary>
    public RefusalCode Why { get; private set; }

    /// <summary>What was lost when it was held by a loss.</summary>
    public Money Lost { get; private set; }

    public Instant StateAt { get; private set; }

    public string StateBy { get; private set; } = "";

    public string StateBecause { get; private set; } = "";

    /// <summary>The highest net worth, which a drawdown counts from; kept in steps, so that a climb is not a fact a second.</summary>
    public Money Peak { get; private set; }

    /// <summary>Entries accepted since the day began.</summary>
    public int Trades { get; private set; }

    /// <summary>A run's net result of days that are closed, and what it was in all when the day began.</summary>
    public Money Closed { get; private set; }

    public Money DayStart { get; private set; }

    /// <summary>Whether an order or a position of that book counts here.</summary>
    public bool Holds(RunId book) => Run.IsNone || Run == book;

    public void Set(RiskLimits limits, Instant at, string by, string reason) =>
        (Limits, SetAt, SetBy, SetBecause) = (limits, at, by, reason);

    /// <summary>Held or lifted; a lifted drawdown counts from the worth of that moment.</summary>
    public void Hold(in RiskEvent what, Instant at, string by, string reason)
    {
        var isLifted = what.State == RiskState.Active;
        if (isLifted && what.Why == RefusalCode.DrawdownReached) Peak = what.Amount;
        (State, StateAt, StateBy, StateBecause) = (what.State, at, by, reason);
        (Why, Lost) = isLifted ? (RefusalCode.None, default) : (what.Why, what.Amount);
    }

    public void Raise(Money peak) => Peak = peak;

    /// <summary>Cash that comes or goes is no gain and no loss.</summary>
    public void Move(Money cash) => Peak += cash;

    public void Count() => Trades++;

    public void BeginDay() => Trades = 0;

    public void BeginRunDay(Money net) => DayStart = net;

    /// <summary>What a position of it made on a day that is over.</summary>
    public void Close(Money net) => Closed += net;

    /// <summary>The account begins anew: no loss of before counts any more.</summary>
    public void Reset(Money worth)
    {
        (Peak, Trades, Closed, DayStart) = (worth, 0, default, default);
        if (Why is not (RefusalCode.DayLossReached or RefusalCode.DrawdownReached)) return;
        (State, Why, Lost) = (RiskState.Active, RefusalCode.None, default);
    }
}
