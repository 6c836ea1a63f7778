using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;

namespace TradingDesk.Engine.Line.Levels;

/// <summary>Where one latched kill switch stands, with what it has made of each order and position; replaced as a whole.</summary>
internal sealed record KillLevel(KillScope Scope, AccountId Account, KillReach Reach, KillStage Stage)
{
    public required Instant At { get; init; }

    public required Instant StageAt { get; init; }

    public required string By { get; init; }

    public required string Reason { get; init; }

    public IReadOnlyList<KilledOrder> Orders { get; init; } = [];

    public IReadOnlyList<KilledPosition> Positions { get; init; } = [];
}
