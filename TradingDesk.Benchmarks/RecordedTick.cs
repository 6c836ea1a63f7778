using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Benchmarks;

/// <summary>A tick as a file would hold it: what both the desk and a reference loop read, 32 bytes.</summary>
internal readonly record struct RecordedTick(Instant Time, Price Last, long DayVolume, int Instrument)
{
    public DeskInput ToInput() =>
        DeskInput.Of(Time, new InstrumentId(Instrument), new Tick { Time = Time, Last = Last, DayVolume = DayVolume });
}
