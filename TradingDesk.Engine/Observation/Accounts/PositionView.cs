using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Accounts;

/// <summary>What an account holds of one instrument in one product, and what came of it today.</summary>
public sealed record PositionView(InstrumentId Instrument, Product Product)
{
    /// <summary>Whose book it is in; none for what is traded by hand.</summary>
    public RunId Run { get; init; }

    /// <summary>Units held, negative when sold short, 0 when it was closed today.</summary>
    public required long Units { get; init; }

    /// <summary>The average price of the open units, to the nearest 1e-4 rupee; 0 when flat.</summary>
    public required Price Average { get; init; }

    public required Price Last { get; init; }

    /// <summary>Whether the last price is older than the desk calls fresh, or of an earlier session.</summary>
    public required bool IsStale { get; init; }

    public required Money Realised { get; init; }

    public required Money Unrealised { get; init; }

    /// <summary>Its part of today's charges; the parts sum to the account's.</summary>
    public required Money Charges { get; init; }

    /// <summary>Realised and unrealised less charges.</summary>
    public required Money Net { get; init; }

    public required Money Margin { get; init; }

    /// <summary>Units that exits under way may take off.</summary>
    public required long Exiting { get; init; }

    /// <summary>Shares that were held when the day began.</summary>
    public required long HeldUnits { get; init; }

    /// <summary>When the desk leaves it by itself; null for what outlives the day or is flat, and on a day without a rule.</summary>
    public Instant? SquareOffAt { get; init; }

    /// <summary>The day on which it was to be squared off and was not; null unless that is so.</summary>
    public DateOnly? SquareOffMissed { get; init; }

    /// <summary>Units bought and sold today.</summary>
    public required long Bought { get; init; }

    public required long Sold { get; init; }
}
