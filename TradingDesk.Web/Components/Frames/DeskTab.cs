namespace TradingDesk.Web.Components.Frames;

/// <summary>One tab: its id, its word, and how many things are behind it where that is worth saying.</summary>
public sealed record DeskTab(string Id, string Text, int? Count = null);
