using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market;

/// <summary>Counts of ticks that were not believed, by reason.</summary>
internal struct TickFaults
{
    public long Late;
    public long Duplicate;

    /// <summary>Prices that cannot be: zero, below zero, or above the highest price the desk can hold.</summary>
    public long NonPositive;

    public long OutsideSession;

    /// <summary>Day volumes that fell in the session, or that cannot be: below zero or absurdly large. Their ticks count, their volume
    /// does not.</summary>
    public long VolumeStepsBack;
}
