namespace TradingDesk.Engine.Market.Sessions;

/// <summary>What an exchange does at a time of its day.</summary>
internal enum PhaseKind : byte
{
    Closed = 0,

    /// <summary>Orders are collected for the opening price.</summary>
    PreOpen = 1,

    /// <summary>The collected orders are matched; none is taken.</summary>
    Matching = 2,

    /// <summary>Between the opening match and continuous trading.</summary>
    Buffer = 3,

    /// <summary>Continuous trading: what candles are made of.</summary>
    Open = 4,

    /// <summary>The reference price of the closing auction is worked out.</summary>
    Reference = 5,

    /// <summary>Limit and market orders are collected for the closing price.</summary>
    Auction = 6,

    /// <summary>The closing auction takes limit orders only.</summary>
    AuctionLimit = 7,

    /// <summary>Trading at the closing price.</summary>
    PostClose = 8,

    /// <summary>Nothing trades between two parts of the day.</summary>
    Pause = 9,
}
