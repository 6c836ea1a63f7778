namespace TradingDesk.Engine.Primitives;

/// <summary>At which price an order may trade and when it begins to.</summary>
public enum OrderType : byte
{
    Market = 1,
    Limit = 2,

    /// <summary>SL: a limit order from the moment the last price reaches the trigger.</summary>
    StopLimit = 3,

    /// <summary>SL-M: a market order from the moment the last price reaches the trigger.</summary>
    StopMarket = 4,
}
