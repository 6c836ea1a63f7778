namespace TradingDesk.Web.Components.Chart;

/// <summary>A line that a person let go at another price in rupees, or asks to move when it is the same.</summary>
public sealed record LineWish(string Id, decimal Price);
