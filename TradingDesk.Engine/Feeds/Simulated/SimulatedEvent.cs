using System.Runtime.InteropServices;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Feeds.Simulated;

/// <summary>One thing the simulated market sends: a tick or a book of an instrument.</summary>
[StructLayout(LayoutKind.Explicit, Size = 104)]
internal struct SimulatedEvent
{
    [FieldOffset(0)] public InstrumentId Instrument;

    [FieldOffset(4)] public bool IsDepth;

    [FieldOffset(8)] public Tick Tick;

    [FieldOffset(8)] public Depth Depth;

    /// <summary>The exchange's time; both contents begin with it.</summary>
    public readonly Instant Time => IsDepth ? Depth.Time : Tick.Time;
}
