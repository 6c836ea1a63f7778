namespace TradingDesk.Web.Components.Overlays;

/// <summary>Something the palette can do: its words, the group it stands in, its keys, and further words by which it is found.</summary>
public sealed record PaletteCommand(string Id, string Text, string Group, string? Keys = null, string? Hint = null, string Words = "");
