namespace TradingDesk.Engine.Commands;

/// <summary>The gate's answer to a command: taken onto the line or refused with a code and a sentence. The outcome comes as a
/// fact.</summary>
public sealed record CommandReceipt(long Number, bool Accepted, string Code, string Sentence);
