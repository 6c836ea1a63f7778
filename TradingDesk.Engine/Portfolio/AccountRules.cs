using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Portfolio;

/// <summary>What an account's venue takes and what one order on it may be; made in `DeskModes`, read by gate and orders.</summary>
internal sealed record AccountRules
{
    public required bool AllowsMarket { get; init; }

    public required bool AllowsStopMarket { get; init; }

    public required bool AllowsIoc { get; init; }

    /// <summary>Whether orders need the account to be armed first.</summary>
    public required bool NeedsArming { get; init; }

    /// <summary>The most one intent may be worth.</summary>
    public required Money ValueMost { get; init; }

    /// <summary>The most units one intent may have.</summary>
    public required Quantity QuantityMost { get; init; }

    /// <summary>Whether one book may enter against another's position or order in the same instrument.</summary>
    public required bool AllowsOpposingBooks { get; init; }

    /// <summary>Requests of one segment that may leave in any second; 0 when the venue counts none.</summary>
    public required int RequestsPerSecond { get; init; }

    /// <summary>How many of them only exits and cancels may use.</summary>
    public required int RequestsKept { get; init; }

    /// <summary>How long an entry waits for its turn before it is given up.</summary>
    public required int PatienceSeconds { get; init; }

    public bool Allows(OrderType type) => type switch
    {
        OrderType.Market => AllowsMarket,
        OrderType.StopMarket => AllowsStopMarket,
        OrderType.Limit or OrderType.StopLimit => true,
        _ => false,
    };

    public bool Allows(Validity validity) => validity == Validity.Day || (validity == Validity.Ioc && AllowsIoc);
}
