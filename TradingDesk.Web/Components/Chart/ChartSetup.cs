namespace TradingDesk.Web.Components.Chart;

/// <summary>What a chart shows: whose candles, how long one lasts, the places of a price, and the columns of its rows.</summary>
public sealed record ChartSetup(string Title, int CandleSeconds, int Places, IReadOnlyList<ChartColumn> Columns);
