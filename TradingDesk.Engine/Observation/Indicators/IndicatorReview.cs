namespace TradingDesk.Engine.Observation.Indicators;

/// <summary>What the desk says of lists before they are asked for: what is wrong, or the canonical text.</summary>
public sealed record IndicatorReview(string Text, IReadOnlyList<string> Problems)
{
    public bool IsGood => Problems.Count == 0;

    /// <summary>The text asked about without the lists of instruments that this desk does not watch.</summary>
    public string Watched { get; init; } = Text;
}
