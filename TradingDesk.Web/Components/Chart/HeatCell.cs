namespace TradingDesk.Web.Components.Chart;

/// <summary>A value of a heat map and how it is written; null values are cells without a figure.</summary>
public sealed record HeatCell(decimal? Value, string Text, string? Title = null);
