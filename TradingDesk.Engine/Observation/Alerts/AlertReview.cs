namespace TradingDesk.Engine.Observation.Alerts;

/// <summary>What the desk says of a rule before it is added: its text as the desk writes it, or what is wrong.</summary>
/// <param name="Text">Empty when something is wrong.</param>
/// <param name="Code">What is wrong, as programs read it: `alert-column-unknown`; empty when nothing is.</param>
/// <param name="Word">The word it lies in; empty when a word is missing.</param>
/// <param name="Problem">What is wrong and what is allowed, in a sentence.</param>
public sealed record AlertReview(string Text, string Code, string Word, string Problem)
{
    public bool IsGood => Problem.Length == 0;
}
