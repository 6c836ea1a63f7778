using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line.Levels;

/// <summary>Limits and state of an account or of a run on it, and what of the limits is used in the worst case.</summary>
internal record struct RiskLevel
{
    public AccountId Account;

    /// <summary>None for the account as a whole.</summary>
    public RunId Run;

    /// <summary>False for a run that was given none: its account's alone hold.</summary>
    public bool HasLimits;
    public RiskState State;
    public RefusalCode Why;
    public Instant StateAt;
    public string StateBy;
    public string StateBecause;

    /// <summary>All limits as one line, and who set them.</summary>
    public string Limits;
    public Instant SetAt;
    public string SetBy;
    public string SetBecause;

    /// <summary>The largest instrument, and the largest underlying.</summary>
    public RiskGauge Position;
    public RiskGauge Underlying;
    public RiskGauge Gross;
    public RiskGauge Net;
    public RiskGauge OpenOrders;
    public RiskGauge Trades;
    public RiskGauge DayLoss;
    public RiskGauge Drawdown;
}
