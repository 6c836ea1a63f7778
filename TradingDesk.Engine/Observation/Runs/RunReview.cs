namespace TradingDesk.Engine.Observation.Runs;

/// <summary>What the desk says of a run's declaration before it is asked for: what is wrong, or the canonical words.</summary>
public sealed record RunReview(string Words, IReadOnlyList<string> Problems)
{
    public bool IsGood => Problems.Count == 0;
}
