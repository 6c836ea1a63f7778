using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line.Levels;

/// <summary>A value that an alert saw, as its unit says.</summary>
internal struct AlertSeen
{
    /// <summary>None before anything was seen.</summary>
    public AlertUnit Unit;

    /// <summary>Price and money in 1e-4 rupee, seconds, a count or a run's state.</summary>
    public long Amount;

    /// <summary>The value of an indicator.</summary>
    public double Value;
}
