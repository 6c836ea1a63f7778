namespace TradingDesk.Engine.Observation.Accounts;

/// <summary>An order's state in a trader's words; each claims no more than the evidence.</summary>
public enum OrderStage
{
    /// <summary>Decided, not durable yet: nobody was told.</summary>
    Recording = 1,

    /// <summary>Claimed and on its way; the venue has not answered.</summary>
    Sending = 2,

    /// <summary>Whether the venue has it cannot be told.</summary>
    Unknown = 3,

    /// <summary>The venue has it; it does not work yet.</summary>
    Pending = 4,
    Working = 5,
    PartlyFilled = 6,
    Filled = 7,
    Cancelling = 8,
    Changing = 9,
    Cancelled = 10,
    Rejected = 11,
    Expired = 12,
    NotSent = 13,
    PresumedAbsent = 14,
    Conflict = 15,

    /// <summary>The desk refused it: it was never an order.</summary>
    Denied = 16,
}
