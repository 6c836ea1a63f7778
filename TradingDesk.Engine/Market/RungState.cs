using System.Runtime.InteropServices;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market;

/// <summary>One instrument's forming candle on one timeframe, and how far its story is told.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct RungState
{
    public Candle Forming;

    /// <summary>When the forming candle ends.</summary>
    public Instant End;

    /// <summary>Pieces before this moment are already in a candle, closed or forming.</summary>
    public Instant Consumed;

    /// <summary>When the timeframe was added to a running desk.</summary>
    public Instant JoinedAt;

    /// <summary>The earliest start of the next candle to close: all before it are closed.</summary>
    public readonly Instant NextStart => Forming.IsEmpty ? Consumed : Forming.Start;
}
