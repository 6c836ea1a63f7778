using TradingDesk.Engine.Observation.Indicators;

namespace TradingDesk.Engine.Observation;

/// <summary>What every page sees of the desk at one moment; immutable, swapped as a whole up to ten times a second.</summary>
public sealed record DeskSnapshot(long Number, MarketStatus Market, QuoteBoard Quotes, DeskLayout Layout, DeskHealth Health)
{
    /// <summary>What became of the newest commands, newest first.</summary>
    public IReadOnlyList<CommandOutcome> Outcomes { get; init; } = [];

    /// <summary>The indicator lists in force and what is on its way.</summary>
    public IndicatorsInForce Indicators { get; init; } = IndicatorsInForce.None;

    /// <summary>The engine is there but has not spoken yet.</summary>
    public static DeskSnapshot Empty { get; } = new(0, MarketStatus.Unknown, QuoteBoard.Empty, DeskLayout.Empty, DeskHealth.Unknown);
}
