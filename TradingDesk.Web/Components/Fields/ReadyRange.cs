namespace TradingDesk.Web.Components.Fields;

/// <summary>A range that is one press away: this week, the last month.</summary>
public sealed record ReadyRange(string Text, DayRange Range);
