using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Candles;

/// <summary>One row of a file of ticks.</summary>
internal readonly record struct TickRow(Segment Segment, int Token, Tick Tick)
{
    public Instant Time => Tick.Time;
}
