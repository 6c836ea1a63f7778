namespace TradingDesk.Web.Components.Controls;

/// <summary>One choice of a segmented control.</summary>
public sealed record Segment<TValue>(TValue Value, string Text, string? Title = null);
