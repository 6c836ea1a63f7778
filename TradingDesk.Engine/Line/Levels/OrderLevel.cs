using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line.Levels;

/// <summary>Where one order stands, for whoever looks.</summary>
internal struct OrderLevel
{
    public OrderId Id;
    public AccountId Account;
    public InstrumentId Instrument;

    /// <summary>Whose book it is for.</summary>
    public RunId Run;
    public OrderTerms Terms;

    /// <summary>What was asked for last; another than its terms while a change is under way.</summary>
    public OrderTerms Asked;

    /// <summary>Units that may still come into the position.</summary>
    public Quantity AtRisk;
    public IntentRole Role;
    public OrderState State;
    public PendingCommand Pending;
    public RefusalCode Code;

    /// <summary>A stop that waits for its trigger.</summary>
    public bool IsAsleep;
    public Quantity Filled;
    public Quantity Booked;

    /// <summary>Price times quantity over the known trades.</summary>
    public Money Value;
    public OrderTag Tag;
    public long VenueOrder;
    public Instant At;
    public Instant ChangedAt;

    /// <summary>The fact that last changed it: until the journal has it, nobody was told.</summary>
    public long Fact;
}
