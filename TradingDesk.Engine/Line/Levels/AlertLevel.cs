using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line.Levels;

/// <summary>Where one alert stands, what it saw last and what it saw when it fired.</summary>
internal struct AlertLevel
{
    public int Number;
    public AlertState State;
    public AlertSeen Now;

    /// <summary>What it saw when it fired last.</summary>
    public AlertSeen Then;

    /// <summary>When it fired last; default for never.</summary>
    public Instant FiredAt;
}
