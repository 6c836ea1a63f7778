namespace TradingDesk.Web.Pages.Strategies;

/// <summary>Something a word of a declaration can be chosen to be, in a group or, with an empty one, without.</summary>
public sealed record RunChoice(string Value, string Text, string Group = "");
