using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Accounts;

/// <summary>A trade of an order as the journal has it, and why it got its price.</summary>
public sealed record TradeView(OrderId Order, InstrumentId Instrument, Instant At, Side Side, Quantity Quantity, Price Price)
{
    /// <summary>The venue's number of the trade.</summary>
    public required long Number { get; init; }

    /// <summary>Why it got its price, in words such as `it took what the book showed`.</summary>
    public required string Why { get; init; }

    /// <summary>Why a strategy wanted it, in its own sentence; empty for what no signal caused.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Whether its order was finished before: booked all the same, and somebody must look.</summary>
    public required bool IsLate { get; init; }
}
