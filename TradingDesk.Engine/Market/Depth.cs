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

/// <summary>One price of the book: its offset from the anchor in 1e-4 rupee and its quantity; 0 quantity is an empty level.</summary>
internal readonly record struct DepthLevel(int Offset, int Quantity);

/// <summary>The five levels of one side, best first.</summary>
[InlineArray(Depth.Levels)]
internal struct DepthSide
{
    private DepthLevel _best;
}
