namespace TradingDesk.Engine.Hosting.People;

/// <summary>A line for the audit before it has its number and time.</summary>
internal sealed record Remark(string By, string From, string What, string About = "", string Before = "", string After = "");
