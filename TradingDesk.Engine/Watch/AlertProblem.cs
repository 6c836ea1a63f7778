using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Watch;

/// <summary>What is wrong with a rule: the word it lies in, and in a sentence what is allowed there.</summary>
internal sealed record AlertProblem(RefusalCode Code, string Word, string Sentence);
