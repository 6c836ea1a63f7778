namespace TradingDesk.Web.Live.Health;

/// <summary>How well something stands, from the best to the worst; what cannot be measured is not called well.</summary>
public enum HealthStanding
{
    Ok = 0,
    Unknown = 1,
    Degraded = 2,
    Down = 3,
}
