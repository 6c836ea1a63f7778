using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Venues.Paper;

/// <summary>One order as the paper venue works it.</summary>
internal sealed class PaperOrder(in VenueRequest request, long number, Instant since, Instant until)
{
    /// <summary>The queue at its price cannot be seen: five levels do not reach that far.</summary>
    public const long OutOfSight = -1;

    public OrderTag Tag { get; } = request.Tag;

    public AccountId Account { get; } = request.Account;

    public InstrumentId Instrument { get; } = request.Instrument;

    public long Number { get; } = number;

    public OrderTerms Terms { get; set; } = request.Terms;

    public Quantity Filled { get; set; } = request.Filled;

    /// <summary>Whether it was let go already when the desk recalled it.</summary>
    public bool IsTriggered { get; } = request.IsTriggered;

    public PaperStage Stage { get; set; } = PaperStage.Taking;

    /// <summary>Units of others that stand before it at its price, or <see cref="OutOfSight"/>.</summary>
    public long Ahead { get; set; } = OutOfSight;

    /// <summary>When it took its place; what traded before did not trade with it.</summary>
    public Instant Since { get; set; } = since;

    /// <summary>The end of its session.</summary>
    public Instant Until { get; set; } = until;

    /// <summary>How many reports of it were given, and when the last of them is due: none overtakes another.</summary>
    public int Reports { get; set; }

    public Instant ReportedAt { get; set; }

    public bool IsOver => Stage == PaperStage.Over;

    public Quantity Left => Terms.Quantity - Filled;

    /// <summary>The worst price it trades at.</summary>
    public Price Reach => Terms.HasPrice ? Terms.Price : Terms.Side == Side.Buy ? new Price(long.MaxValue) : default;

    /// <summary>Whether it trades before another of its side whatever their times.</summary>
    public bool IsBefore(PaperOrder other) => Terms.Side == Side.Buy ? Reach > other.Reach : Reach < other.Reach;
}

/// <summary>What an order at the paper venue waits for.</summary>
internal enum PaperStage : byte
{
    /// <summary>A stop: for the last price to reach its trigger.</summary>
    Stopped = 0,

    /// <summary>It takes from this book or the next, at the prices shown there.</summary>
    Taking = 1,

    /// <summary>In the queue at its price.</summary>
    Resting = 2,

    /// <summary>For nothing: it is filled, cancelled or expired.</summary>
    Over = 3,
}
