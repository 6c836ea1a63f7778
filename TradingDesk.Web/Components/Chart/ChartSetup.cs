namespace TradingDesk.Web.Components.Chart;

/// <summary>What a chart shows: whose candles, how long one lasts, the places of a price, whether it has volume, the columns of its rows.</summary>
public sealed record ChartSetup(string Title, int CandleSeconds, int Places, bool HasVolume, IReadOnlyList<ChartColumn> Columns);
