namespace TradingDesk.Web.Components.Tables;

/// <summary>The words over rows of a table that belong together.</summary>
public sealed record TableGroup(string Name, string Meaning = "");
