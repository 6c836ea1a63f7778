using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Risk;

/// <summary>One book of one instrument in one product: what it has, and what it may buy and sell yet.</summary>
internal struct ExposedBook
{
    public PositionKey Key;

    /// <summary>The place of what it moves with.</summary>
    public int Underlying;
    public long Units;
    public long Buys;
    public long Sells;

    /// <summary>What the position was last marked at; 0 when it was not.</summary>
    public Price Last;

    /// <summary>What it was last valued at.</summary>
    public Price Valued;
}
