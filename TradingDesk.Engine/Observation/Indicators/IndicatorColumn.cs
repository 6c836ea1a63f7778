namespace TradingDesk.Engine.Observation.Indicators;

/// <summary>One indicator output: its column name such as `SUPERTREND:10:3.value`, the spec it belongs to, and where it is drawn.</summary>
public sealed record IndicatorColumn(string Name, string Spec, string Output, bool Overlay)
{
    /// <summary>Closed candles its indicator needs before it is ready.</summary>
    public int WarmUp { get; init; } = 1;

    public IndicatorLook Look { get; init; } = IndicatorLook.Line;

    /// <summary>Levels a chart marks in the indicator's pane.</summary>
    public IReadOnlyList<double> Guides { get; init; } = [];

    /// <summary>Its height depends on when it began; only its course means something.</summary>
    public bool IsRunningTotal { get; init; }

    /// <summary>Candles by which a chart draws it back.</summary>
    public int DrawnBack { get; init; }
}

/// <summary>How an output is drawn; a colour is not drawn, its sign colours the spec's other output.</summary>
public enum IndicatorLook : byte
{
    Line = 1,
    Histogram = 2,
    Dots = 3,
    Colour = 4,
}
