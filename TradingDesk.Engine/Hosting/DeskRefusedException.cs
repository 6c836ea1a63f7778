namespace TradingDesk.Engine.Hosting;

/// <summary>A start that cannot succeed, told in sentences for a person.</summary>
public sealed class DeskRefusedException(string sentence) : Exception(sentence);
