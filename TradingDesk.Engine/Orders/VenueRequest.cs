using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Orders;

/// <summary>What the desk asks of a venue, only ever after the claim to ask it is durable.</summary>
internal readonly record struct VenueRequest
{
    public required VenueRequestKind Kind { get; init; }

    public required AccountId Account { get; init; }

    public required InstrumentId Instrument { get; init; }

    public required OrderId Order { get; init; }

    public required OrderTag Tag { get; init; }

    /// <summary>The terms asked for: of the order, or what it is to become.</summary>
    public OrderTerms Terms { get; init; }

    public long VenueOrder { get; init; }

    /// <summary>Which change of the order it asks for.</summary>
    public byte Version { get; init; }

    /// <summary>What the desk has booked of it, for a recall.</summary>
    public Quantity Filled { get; init; }

    /// <summary>Whether a stop was let go before, for a recall.</summary>
    public bool IsTriggered { get; init; }

    /// <summary>The line's clock when it was claimed.</summary>
    public Instant ClaimedAt { get; init; }

    /// <summary>That request about an order as the desk holds it, claimed at that moment.</summary>
    public static VenueRequest Of(Order order, VenueRequestKind kind, Instant claimedAt) => new()
    {
        Kind = kind,
        Account = order.Account,
        Instrument = order.Instrument,
        Order = order.Id,
        Tag = order.Tag,
        Terms = order.Terms,
        VenueOrder = order.VenueOrder,
        Version = order.Version,
        Filled = order.Filled,
        IsTriggered = order.IsTriggered,
        ClaimedAt = claimedAt,
    };
}

/// <summary>What is asked of a venue.</summary>
internal enum VenueRequestKind : byte
{
    Place = 1,
    Modify = 2,
    Cancel = 3,

    /// <summary>
    /// An unfinished order after a start: a venue without a book of its own works it again, another says what it knows of it.
    /// </summary>
    Recall = 4,
}
