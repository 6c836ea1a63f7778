using System.Runtime.InteropServices;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Orders;

/// <summary>
/// One thing that happened to an order: decided by the desk or told by a venue. A venue's report comes as one of these on the line; the
/// fact about it is the same with the order's number and where the order stands afterwards.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct OrderEvent
{
    /// <summary>The order; empty on a venue's report, which names the tag.</summary>
    public OrderId Order;

    public OrderEventKind Kind;

    public EvidenceSource Source;

    /// <summary>What the venue says of the order, where it says so.</summary>
    public OrderState Seen;

    /// <summary>Why a venue or the desk refused.</summary>
    public RefusalCode Code;

    /// <summary>Why a paper fill got its price.</summary>
    public FillReason Why;

    public byte Attempt;

    /// <summary>Which change of the order a change or its answer is about.</summary>
    public byte Version;

    public Side Side;

    public AccountId Account;

    /// <summary>Where the order stands after this; filled in by the desk.</summary>
    public OrderState State;

    public PendingCommand Pending;

    public OrderVerdict Verdict;

    /// <summary>Always 0: fills the place up, for the hash sees every byte.</summary>
    public byte Unused;

    /// <summary>Units: of the fill, of a change, or the whole that the venue says it has.</summary>
    public Quantity Quantity;

    /// <summary>Of the fill or of a change.</summary>
    public Price Price;

    /// <summary>Of a change; on the fact of a fill the last price of the market then.</summary>
    public Price Trigger;

    /// <summary>Units filled altogether: as the venue says on a report, as the desk counts on a fact.</summary>
    public Quantity Filled;

    /// <summary>The venue's number of the trade; each is booked once.</summary>
    public long FillId;

    /// <summary>The venue's number of the order; 0 while not known.</summary>
    public long VenueOrder;

    /// <summary>The venue's own time.</summary>
    public Instant VenueTime;

    public OrderTag Tag;
}

/// <summary>What happened to an order.</summary>
internal enum OrderEventKind : byte
{
    None = 0,

    /// <summary>The permission to send it once is made; it leaves when this is durable.</summary>
    Claimed = 1,

    /// <summary>No byte left the machine.</summary>
    NotSent = 2,

    /// <summary>The venue took it and gave its number.</summary>
    Acknowledged = 3,

    /// <summary>The venue refused it in a way that proves it has not got it.</summary>
    Refused = 4,

    /// <summary>An answer that proves nothing, or none.</summary>
    Ambiguous = 5,

    /// <summary>The desk started anew and found it so.</summary>
    Restarted = 6,

    /// <summary>A venue's order stream or book shows it.</summary>
    Seen = 7,

    /// <summary>A trade of it.</summary>
    Traded = 8,

    /// <summary>A cancel is claimed; it leaves when this is durable.</summary>
    CancelClaimed = 9,

    /// <summary>The venue refuses the cancel, or does not know the order: nothing is proven.</summary>
    CancelRefused = 10,
    CancelAmbiguous = 11,
    ModifyClaimed = 12,

    /// <summary>The venue works the order on its new terms.</summary>
    Modified = 13,
    ModifyRefused = 14,
    ModifyAmbiguous = 15,

    /// <summary>It will never be sent.</summary>
    Abandoned = 16,

    /// <summary>All proof there can be says that the venue never had it.</summary>
    FoundAbsent = 17,

    /// <summary>A person has looked at the venue and says what is true.</summary>
    Resolved = 18,

    /// <summary>The last price has reached a stop's trigger: it waits no more, whatever the price does now.</summary>
    Triggered = 19,
}

/// <summary>Where evidence about an order comes from, weaker first.</summary>
internal enum EvidenceSource : byte
{
    Desk = 0,
    Reply = 1,
    Stream = 2,
    OrderBook = 3,
    TradeBook = 4,
    Person = 5,
}

/// <summary>What an event meant for its order.</summary>
internal enum OrderVerdict : byte
{
    /// <summary>It changed the state, the pending command or what is filled.</summary>
    Moved = 1,

    /// <summary>It said what was known, or came too late to matter.</summary>
    Ignored = 2,

    /// <summary>It contradicts what is known.</summary>
    Conflict = 3,

    /// <summary>A fill after the order was finished: booked, and somebody must look.</summary>
    LateFill = 4,

    /// <summary>A finished order works again: somebody must look.</summary>
    Reopened = 5,
}

/// <summary>Why a paper fill got its price.</summary>
internal enum FillReason : byte
{
    None = 0,

    /// <summary>It took what the other side of the book showed at that level.</summary>
    TookBook = 1,

    /// <summary>The market traded through its limit.</summary>
    TradedThrough = 2,

    /// <summary>What stood before it at its price has traded.</summary>
    QueueReached = 3,

    /// <summary>The contract expired and was settled in cash.</summary>
    Settled = 4,
}
