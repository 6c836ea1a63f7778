using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market;

/// <summary>Counts of ticks that were not believed, by reason.</summary>
internal struct TickFaults
{
    public long Late;
    public long Duplicate;
    public long NonPositive;
    public long OutsideSession;
    public long VolumeStepsBack;
}
