namespace TradingDesk.Web.Components.Controls;

/// <summary>One choice of a segmented control; one that does not apply now is shown and cannot be chosen.</summary>
public sealed record Segment<TValue>(TValue Value, string Text, string? Title = null, bool IsDisabled = false);
