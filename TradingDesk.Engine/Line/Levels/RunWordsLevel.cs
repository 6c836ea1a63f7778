namespace TradingDesk.Engine.Line.Levels;

/// <summary>A run's declaration in its canonical words, and what broke it, if something did.</summary>
internal sealed record RunWordsLevel(int Version, string Words, string Remark);
