using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Orders;

/// <summary>One order and what happened to it so far; only <see cref="OrderMachine"/> moves it.</summary>
internal sealed class Order(OrderId id, InstrumentId instrument, in IntentTerms intent, OrderTerms terms, Instant at)
{
    private readonly List<long> _fills = [];

    public OrderId Id { get; } = id;

    public AccountId Account { get; } = intent.Account;

    public InstrumentId Instrument { get; } = instrument;

    /// <summary>The position that its trades come into.</summary>
    public PositionKey Key { get; } = new(instrument, terms.Product, intent.Run);

    public IntentRole Role { get; } = intent.Role;

    /// <summary>The intent whose position it protects or leaves; 0 for none.</summary>
    public int Parent { get; } = intent.Parent;

    /// <summary>The last price when it was judged; 0 when none is known.</summary>
    public Price Judged { get; } = intent.Judged;

    /// <summary>When it was accepted.</summary>
    public Instant At { get; } = at;

    /// <summary>When something last happened to it.</summary>
    public Instant ChangedAt { get; set; } = at;

    /// <summary>What the venue works it on, as far as is proven.</summary>
    public OrderTerms Terms { get; set; } = terms;

    /// <summary>The terms of a change that is not answered; the order's own when there is none.</summary>
    public OrderTerms Asked { get; set; } = terms;

    public OrderState State { get; set; } = OrderState.Accepted;

    public PendingCommand Pending { get; set; }

    /// <summary>Whether the venue has let a stop go.</summary>
    public bool IsTriggered { get; set; }

    /// <summary>Whether it stands in no book yet: a stop that waits for its trigger.</summary>
    public bool IsAsleep => Terms.IsStop && !IsTriggered && Filled.Units == 0;

    public byte Attempt { get; set; }

    /// <summary>How often a change was asked for.</summary>
    public byte Version { get; set; }

    public OrderTag Tag { get; set; }

    public long VenueOrder { get; set; }

    /// <summary>The newest time a venue gave for it.</summary>
    public Instant VenueTime { get; set; }

    /// <summary>Why it was refused, abandoned or is in conflict.</summary>
    public RefusalCode Code { get; set; }

    /// <summary>Units filled by the best evidence there is.</summary>
    public Quantity Filled { get; set; }

    /// <summary>Units of the trades that are known one by one; what is filled above them is inferred.</summary>
    public Quantity Booked { get; private set; }

    /// <summary>Price times quantity over the known trades.</summary>
    public Money Value { get; private set; }

    public Quantity Remaining => Terms.Quantity - Filled;

    /// <summary>Units it may have in the worst case, however a change under way ends.</summary>
    public Quantity Most => Terms.Quantity > Asked.Quantity ? Terms.Quantity : Asked.Quantity;

    /// <summary>
    /// Units that may still come into the position: what may be filled in the worst case, and what is filled already by a word of the
    /// venue whose trades are not known yet.
    /// </summary>
    public Quantity AtRisk => (State.IsExposed() ? Most : Filled) - Booked;

    /// <summary>Whether nothing of it may come into the position any more, as far as is known.</summary>
    public bool IsSettled => State.IsFinished() && Booked == Filled;

    public bool HasFill(long fillId) => _fills.Contains(fillId);

    public void Book(in OrderEvent trade)
    {
        _fills.Add(trade.FillId);
        Booked += trade.Quantity;
        Value += trade.Price * trade.Quantity;
        if (Booked > Filled) Filled = Booked;
    }
}
