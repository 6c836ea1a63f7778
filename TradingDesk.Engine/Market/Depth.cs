using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market;

/// <summary>Five best bids and offers, packed into 96 bytes so that an input of the line stays within two cache lines.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct Depth
{
    public const int Levels = 5;

    /// <summary>The exchange's own time of the book.</summary>
    public Instant Time;

    /// <summary>The price that every level's offset counts from.</summary>
    public Price Anchor;

    public DepthSide Bids;
    public DepthSide Offers;

    public readonly Price PriceOf(in DepthLevel level) => new(Anchor.Scaled + level.Offset);
}
