namespace TradingDesk.Web.Components.Chart;

/// <summary>What a chart shows: whose candles, their length, the places of a price, whether there is volume, its rows' columns.</summary>
public sealed record ChartSetup(string Title, int CandleSeconds, int Places, bool HasVolume, IReadOnlyList<ChartColumn> Columns);
