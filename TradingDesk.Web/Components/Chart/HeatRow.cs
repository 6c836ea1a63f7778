namespace TradingDesk.Web.Components.Chart;

/// <summary>A row of a heat map: its name and a cell for each column.</summary>
public sealed record HeatRow(string Name, IReadOnlyList<HeatCell> Cells);
