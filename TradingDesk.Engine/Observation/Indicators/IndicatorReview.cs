namespace TradingDesk.Engine.Observation.Indicators;

/// <summary>What the desk says of lists before they are asked for: what is wrong, or the canonical text.</summary>
public sealed record IndicatorReview(string Text, IReadOnlyList<string> Problems)
{
    public bool IsGood => Problems.Count == 0;
}
