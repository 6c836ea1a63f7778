using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Portfolio.Charges;

/// <summary>What orders traded, and their brokerage in rupees before any rounding: each order's is taken of its own value.</summary>
internal readonly record struct OrderTotals(int Count, Money Value, decimal Brokerage)
{
    /// <summary>The totals after one of the orders came to stand elsewhere.</summary>
    public OrderTotals With(in OrderTotals before, in OrderTotals after) =>
        new(Count - before.Count + after.Count, Value - before.Value + after.Value, Brokerage - before.Brokerage + after.Brokerage);
}
