using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line.Levels;

/// <summary>Where a run stands, for whoever looks.</summary>
internal struct RunLevel
{
    public RunId Run;
    public AccountId Account;
    public RunState State;

    /// <summary>Why it stands there, where there is a reason.</summary>
    public RefusalCode Code;
    public int Version;

    /// <summary>Candles its strategy has taken in, and must have before it may wish; both 0 while it does not work.</summary>
    public int Taken;
    public int Needed;

    /// <summary>Candles without a hole since the last one that had one.</summary>
    public int Clean;

    /// <summary>What it wants to hold: 1, -1 or 0 by the way of what it watches.</summary>
    public int Way;
    public Instant MovedAt;

    /// <summary>Realised since it was declared, before charges.</summary>
    public Money Realised;

    /// <summary>Charges of days that are closed.</summary>
    public Money ChargesBefore;

    /// <summary>Cash of its trades at the prices they were judged by, and what delay and fill added.</summary>
    public Money Decided;
    public Money Delayed;
    public Money Filled;
    public int Trades;
    public int Signals;

    /// <summary>Entries today.</summary>
    public int Entries;
    public SignalTerms Last;
    public RefusalCode LastCode;
    public Instant LastAt;
}
