namespace TradingDesk.Engine.Observation.Risks;

/// <summary>What is used of one limit in the worst case, as a page shows it beside the limit.</summary>
/// <param name="Name">The limit's name as people write it.</param>
/// <param name="Used">In rupees, or a count.</param>
/// <param name="IsMoney">Whether that and the limit are rupees.</param>
public sealed record RiskMeasure(string Name, decimal Used, bool IsMoney)
{
    /// <summary>The limit; null when it is not set.</summary>
    public decimal? Most { get; init; }

    /// <summary>The part of the limit that is used in per cent, above 100 when the market has passed it; null without a limit.</summary>
    public int? Percent => Most is { } most && most > 0 ? (int)Math.Min(999, decimal.Truncate(Used * 100 / most)) : null;
}
