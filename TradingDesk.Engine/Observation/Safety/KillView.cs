using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;

namespace TradingDesk.Engine.Observation.Safety;

/// <summary>A kill switch that is latched: by whom, when, why, how far it came, what it made of each order and position.</summary>
/// <param name="Account">The account's name; empty for the desk's.</param>
public sealed record KillView(KillScope Scope, string Account, KillReach Reach, KillStage Stage)
{
    public required Instant At { get; init; }

    /// <summary>When it came to its stage.</summary>
    public required Instant StageAt { get; init; }

    public required string By { get; init; }

    public required string Reason { get; init; }

    /// <summary>The stage for a person.</summary>
    public required string Sentence { get; init; }

    public IReadOnlyList<KilledOrderView> Orders { get; init; } = [];

    public IReadOnlyList<KilledPositionView> Positions { get; init; } = [];
}
