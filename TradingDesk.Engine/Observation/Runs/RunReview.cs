namespace TradingDesk.Engine.Observation.Runs;

/// <summary>What the desk says of a run's declaration before it is asked for: what is wrong, or the canonical words.</summary>
public sealed record RunReview(string Words, IReadOnlyList<string> Problems)
{
    public bool IsGood => Problems.Count == 0;

    /// <summary>Candles it must have taken in before it may wish, and those it asks the store for; 0 of what is no declaration.</summary>
    public int Needed { get; init; }

    public int History { get; init; }

    /// <summary>The indicators it would decide by.</summary>
    public string Indicators { get; init; } = "";
}
