using TradingDesk.Engine.Observation;
using TradingDesk.Web.Live.Health;

namespace TradingDesk.Web.Pages.Health;

/// <summary>Everything that the report on health is made of, at one moment.</summary>
public sealed record HealthScene(DeskSnapshot Desk, HealthSample Sample, HealthPast Past)
{
    /// <summary>To this browser and back; null until it answered once.</summary>
    public TimeSpan? Beat { get; init; }

    public (TimeSpan Last, TimeSpan Slowest, int Count) Answers { get; init; }

    /// <summary>What is wrong with the record of who did what, or empty.</summary>
    public string AuditTrouble { get; init; } = "";
}
