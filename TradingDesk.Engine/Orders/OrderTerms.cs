using System.Runtime.InteropServices;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Orders;

/// <summary>What one order asks of a venue; a quantity in units, prices 0 where the type has none.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal readonly record struct OrderTerms
{
    public required Side Side { get; init; }

    public required Product Product { get; init; }

    public required OrderType Type { get; init; }

    public required Validity Validity { get; init; }

    /// <summary>Always 0: fills the place up, for the hash of facts sees every byte.</summary>
    public int Unused { get; private init; }

    public required Quantity Quantity { get; init; }

    public Price Price { get; init; }

    public Price Trigger { get; init; }

    /// <summary>Whether it waits for the last price to reach its trigger.</summary>
    public bool IsStop => Type is OrderType.StopLimit or OrderType.StopMarket;

    /// <summary>Whether it never trades at a price worse than its own.</summary>
    public bool HasPrice => Type is OrderType.Limit or OrderType.StopLimit;
}
