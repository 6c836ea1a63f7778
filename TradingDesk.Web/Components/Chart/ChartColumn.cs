namespace TradingDesk.Web.Components.Chart;

/// <summary>One indicator output of a chart's rows: an overlay lies on the candles, any other has a pane of its spec below.</summary>
public sealed record ChartColumn(string Name, string Spec, string Output, bool Overlay)
{
    /// <summary>`line`, `histogram`, `dots`, or `colour`: not drawn, its sign colours the spec's other outputs.</summary>
    public string Look { get; init; } = "line";

    /// <summary>Levels marked in the pane.</summary>
    public IReadOnlyList<double> Guides { get; init; } = [];

    /// <summary>Candles by which it is drawn back.</summary>
    public int DrawnBack { get; init; }

    /// <summary>Closed candles it needs before it has a value.</summary>
    public int WarmUp { get; init; }
}
