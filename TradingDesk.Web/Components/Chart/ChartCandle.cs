namespace TradingDesk.Web.Components.Chart;

/// <summary>A candle in rupees; forming ones may still change.</summary>
public sealed record ChartCandle(
    decimal Open, decimal High, decimal Low, decimal Close, long Volume, int Ticks, string Quality, bool Forming);
