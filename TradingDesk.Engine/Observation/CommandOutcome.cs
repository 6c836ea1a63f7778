namespace TradingDesk.Engine.Observation;

/// <summary>What became of a command, by its receipt's number.</summary>
public sealed record CommandOutcome(long Number, bool Obeyed, string Sentence);
