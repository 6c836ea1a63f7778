using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line;

/// <summary>The engine's own counts at one moment.</summary>
internal struct DeskCounters
{
    public Instant Clock;
    public long Inputs;
    public long Ticks;
    public long Ahead;
    public TickFaults Faults;

    /// <summary>What the desk knew before its first tick is all there.</summary>
    public bool HasJoined;

    /// <summary>Instruments whose history came for the change that waits.</summary>
    public int Warm;
}
