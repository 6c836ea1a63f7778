using System.Runtime.InteropServices;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Orders;

/// <summary>One thing that happened to what an account or a run may do: its limits, its state, the peak its drawdown counts from.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct RiskEvent
{
    public AccountId Account;

    /// <summary>None for the account as a whole.</summary>
    public RunId Run;

    /// <summary>The state it is in from now on.</summary>
    public RiskState State;

    /// <summary>Why it is in that state; for a state that is lifted, why it was in the one before.</summary>
    public RefusalCode Why;

    /// <summary>What was lost when it was held; the net worth of a raised peak, of a day's end, or of the moment it was lifted.</summary>
    public Money Amount;

    /// <summary>The limit that was reached.</summary>
    public Money Limit;
}
