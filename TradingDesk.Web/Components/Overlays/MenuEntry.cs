namespace TradingDesk.Web.Components.Overlays;

/// <summary>One entry of a menu; one that does not apply now is shown and cannot be chosen.</summary>
public sealed record MenuEntry(string Id, string Text, string? Keys = null, bool IsDisabled = false, bool IsGrave = false);
