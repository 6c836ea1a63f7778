using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Accounts;

/// <summary>One step of an order's life as the journal has it.</summary>
public sealed record OrderStep(OrderId Order, Instant At, long NanosSinceBefore, string Kind, string Sentence)
{
    /// <summary>The trade's price and quantity, where the step is one.</summary>
    public Price Price { get; init; }

    public Quantity Quantity { get; init; }
}
