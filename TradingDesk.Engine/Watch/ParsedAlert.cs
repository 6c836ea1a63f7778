namespace TradingDesk.Engine.Watch;

/// <summary>A rule that was read from text, or what is wrong with the text: one of both.</summary>
internal sealed record ParsedAlert(AlertRule? Rule, AlertProblem? Problem);
