namespace TradingDesk.Engine.Observation.Days;

/// <summary>What became of an entry for the calendar: whether it is kept, and the command that puts it in force, if any.</summary>
public sealed record CalendarAnswer(bool IsKept, long? Command, string Sentence);
