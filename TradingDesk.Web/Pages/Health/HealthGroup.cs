namespace TradingDesk.Web.Pages.Health;

/// <summary>Things of one kind, under their name.</summary>
public sealed record HealthGroup(string Name, IReadOnlyList<HealthLine> Lines);
