using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Accounts;

/// <summary>What an order would be and cost if it were given now; an estimate, for the engine judges anew.</summary>
public sealed record OrderReview
{
    /// <summary>Price times quantity, at the last price for a market order.</summary>
    public required Money Value { get; init; }

    /// <summary>Cash it would hold: an estimate.</summary>
    public required Money Need { get; init; }

    /// <summary>Charges if it filled whole at that price, on a note of its own.</summary>
    public required Money Charges { get; init; }

    public required Money Free { get; init; }

    /// <summary>How many orders it would be cut into.</summary>
    public required int Slices { get; init; }

    public required long Lots { get; init; }

    /// <summary>What stands against it, each tied to the ticket's field; empty when nothing does.</summary>
    public required IReadOnlyList<OrderProblem> Problems { get; init; }
}
