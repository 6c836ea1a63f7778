using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Accounts;

/// <summary>An order as far as the evidence goes.</summary>
public sealed record OrderView(OrderId Id, InstrumentId Instrument)
{
    /// <summary>Whose book it is for; none for what is traded by hand.</summary>
    public RunId Run { get; init; }

    public required Side Side { get; init; }

    public required Product Product { get; init; }

    public required OrderType Type { get; init; }

    public required Validity Validity { get; init; }

    public required Quantity Quantity { get; init; }

    public required Quantity Filled { get; init; }

    public required Price Price { get; init; }

    public required Price Trigger { get; init; }

    /// <summary>The average price of its known trades; 0 before the first.</summary>
    public required Price Average { get; init; }

    public required OrderStage Stage { get; init; }

    /// <summary>What stands in the way or is awaited, in a sentence; empty where the stage says all.</summary>
    public required string Sentence { get; init; }

    /// <summary>What it is for: `entry`, `exit`, `stop`, `target`, `square-off`.</summary>
    public required string Purpose { get; init; }

    /// <summary>Whether a cancel or a change can be asked for now; the engine has the last word.</summary>
    public required bool CanCancel { get; init; }

    public required bool CanChange { get; init; }

    /// <summary>The name it carries to the venue, and the venue's own number.</summary>
    public required string Tag { get; init; }

    public required string VenueOrder { get; init; }

    public required Instant At { get; init; }

    public required Instant ChangedAt { get; init; }
}
