using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Alerts;

/// <summary>An alert as pages show it, its values as text with their units.</summary>
public sealed record AlertView(int Number, string Rule, AlertState State)
{
    /// <summary>Why it cannot see what it is about; empty when it can. Then it cannot fire.</summary>
    public string Blind { get; init; } = "";

    public bool IsBlind => Blind.Length > 0;

    /// <summary>What it saw last; empty before anything could be judged.</summary>
    public string Value { get; init; } = "";

    /// <summary>When it fired last, and what it saw then.</summary>
    public Instant? FiredAt { get; init; }

    public string FiredValue { get; init; } = "";

    /// <summary>Who added it.</summary>
    public required string By { get; init; }

    public required Instant AddedAt { get; init; }
}
