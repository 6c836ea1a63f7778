using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;

namespace TradingDesk.Engine.Risk;

/// <summary>An order that may open or enlarge a position, or the change that makes one larger, before it is let through.</summary>
internal readonly record struct EntryWanted
{
    public required Instrument Instrument { get; init; }

    public required PositionKey Key { get; init; }

    /// <summary>The whole as it is to be.</summary>
    public required OrderTerms Terms { get; init; }

    /// <summary>Units that no order counts yet.</summary>
    public required long More { get; init; }

    /// <summary>Orders that it becomes; 0 for a change of one.</summary>
    public required int Orders { get; init; }
}
