namespace TradingDesk.Engine.Orders;

/// <summary>Where an order stands, derived from what happened to it and never written as truth.</summary>
internal enum OrderState : byte
{
    None = 0,

    /// <summary>Decided and on its way to the journal; no byte has left.</summary>
    Accepted = 1,

    /// <summary>Never sent: its time ran out, or somebody took it back.</summary>
    Abandoned = 2,

    /// <summary>The claim to send it is made; a venue may have been touched.</summary>
    Sending = 3,

    /// <summary>Whether the venue has it cannot be told.</summary>
    Unknown = 4,

    /// <summary>The venue knows it; it does not work yet.</summary>
    Pending = 5,
    Working = 6,
    Partial = 7,
    Filled = 8,
    Cancelled = 9,
    Rejected = 10,
    Expired = 11,

    /// <summary>Every proof says that the venue never had it; watched to the end of the day.</summary>
    PresumedAbsent = 12,

    /// <summary>The evidence contradicts itself; a person must resolve it.</summary>
    Conflict = 13,
}

/// <summary>What was asked of an order after it was sent and is not answered; the state beside it is not changed by asking.</summary>
internal enum PendingCommand : byte
{
    None = 0,
    CancelSending = 1,
    CancelUnknown = 2,
    ModifySending = 3,
    ModifyUnknown = 4,

    /// <summary>A cancel asked for while the venue's own number is not known: sent when it is.</summary>
    CancelWhenKnown = 5,
}

/// <summary>What states mean for money and for commands.</summary>
internal static class OrderStates
{
    /// <summary>Nothing more is expected of it.</summary>
    public static bool IsFinished(this OrderState state) => state is OrderState.Abandoned or OrderState.Filled or OrderState.Cancelled
        or OrderState.Rejected or OrderState.Expired or OrderState.PresumedAbsent;

    /// <summary>Whether what is not filled yet may still become a position.</summary>
    public static bool IsExposed(this OrderState state) => state != OrderState.None && !state.IsFinished();

    /// <summary>Whether what the venue did with it cannot be told.</summary>
    public static bool IsDoubtful(this OrderState state) => state is OrderState.Unknown or OrderState.Conflict;
}
