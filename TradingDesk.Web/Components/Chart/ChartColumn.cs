namespace TradingDesk.Web.Components.Chart;

/// <summary>One indicator output of a chart's rows: an overlay lies on the candles, any other has a pane of its spec below.</summary>
public sealed record ChartColumn(string Name, string Spec, string Output, bool Overlay);
