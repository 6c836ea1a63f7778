namespace TradingDesk.Engine.Primitives;

/// <summary>Which way an order or a trade goes.</summary>
public enum Side : byte
{
    Buy = 1,
    Sell = 2,
}

/// <summary>What a side means for a quantity.</summary>
public static class Sides
{
    /// <summary>1 for a buy, -1 for a sell.</summary>
    public static int Sign(this Side side) => side == Side.Buy ? 1 : -1;

    public static Side Opposite(this Side side) => side == Side.Buy ? Side.Sell : Side.Buy;
}
