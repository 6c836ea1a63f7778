namespace TradingDesk.Engine.Market.Sessions;

/// <summary>A part of an exchange whose instruments keep the same hours.</summary>
internal enum MarketPart : byte
{
    Index = 0,
    Stocks = 1,

    /// <summary>Stocks that have derivatives: from August 2026 they stop for a closing auction.</summary>
    FnoStocks = 2,
    Futures = 3,
    Options = 4,
    Currency = 5,
    Commodities = 6,
}
