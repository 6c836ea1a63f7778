using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line.Levels;

/// <summary>An account's money as one line: the only place it is computed is the engine.</summary>
internal struct AccountLevel
{
    public AccountId Account;

    /// <summary>All that was paid in, less what was taken out.</summary>
    public Money Deposited;

    /// <summary>Cash after trades and charges.</summary>
    public Money Cash;

    /// <summary>Realised since the account was opened, before charges.</summary>
    public Money Realised;
    public Money Unrealised;

    /// <summary>Charges since the account was opened, today's as their notes stand.</summary>
    public Money Charges;
    public Money ChargesToday;

    /// <summary>Cash that positions hold.</summary>
    public Money Margin;

    /// <summary>Cash that open orders hold.</summary>
    public Money Blocked;

    /// <summary>Cash that can be spent.</summary>
    public Money Free;

    /// <summary>Worth of the account when its day began.</summary>
    public Money DayStart;

    /// <summary>Paid in or out today.</summary>
    public Money MovedToday;
    public int OpenOrders;
}
