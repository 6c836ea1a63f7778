namespace TradingDesk.Engine.Indicators;

/// <summary>What an indicator says of itself: the form, the specification's rules and the chart are made from it.</summary>
internal sealed record IndicatorDescription(
    string Code,
    string Name,
    string Help,
    IReadOnlyList<IndicatorParameter> Parameters,
    IReadOnlyList<IndicatorOutput> Outputs,
    IndicatorPane Pane,
    IndicatorFactory Factory)
{
    /// <summary>Levels a chart marks, such as the 30 and 70 of an RSI.</summary>
    public IReadOnlyList<double> Guides { get; init; } = [];

    /// <summary>Its height depends on when it began: two that began at different candles differ by a constant for ever.</summary>
    public bool IsRunningTotal { get; init; }

    /// <summary>Says of parameters that are each allowed why they make no sense together; null when they do.</summary>
    public Func<IReadOnlyList<double>, string?>? Refuse { get; init; }
}

/// <summary>Where a chart draws an indicator: over the candles or below them.</summary>
internal enum IndicatorPane : byte
{
    Overlay = 1,
    Below = 2,
}
