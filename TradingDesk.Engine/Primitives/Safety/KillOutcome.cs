namespace TradingDesk.Engine.Primitives.Safety;

/// <summary>What a kill switch has made of one order or one position so far.</summary>
public enum KillOutcome : byte
{
    /// <summary>A position that is flat, or an order of which nothing more is expected.</summary>
    Flat = 1,

    /// <summary>A cancel or an exit is on its way.</summary>
    UnderWay = 2,

    /// <summary>Its market is closed; it is left when that opens.</summary>
    MarketClosed = 3,

    /// <summary>No price of this session is known; it is left at the first one.</summary>
    NoPrice = 4,

    /// <summary>What the venue has of it, or of an exit of it, cannot be told.</summary>
    Unknown = 5,

    /// <summary>The exit was refused; it is tried again.</summary>
    Refused = 6,

    /// <summary>It stays: a holding, or a kill that leaves positions alone.</summary>
    Kept = 7,
}
