using TradingDesk.Web.Live.Health;

namespace TradingDesk.Web.Pages.Health;

/// <summary>One thing that was measured: how it stands, its figure, and what that means in a sentence.</summary>
public sealed record HealthLine(string Name, HealthStanding Standing, string Value, string Meaning = "")
{
    /// <summary>Its last five minutes; empty where they are not kept.</summary>
    public IReadOnlyList<(long Second, decimal Value)> Past { get; init; } = [];
}
