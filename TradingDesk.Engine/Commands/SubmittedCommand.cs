namespace TradingDesk.Engine.Commands;

/// <summary>A command on the line: its receipt's number, who gave it, and what it wants.</summary>
public sealed record SubmittedCommand(long Number, string Principal, DeskCommand Command);
