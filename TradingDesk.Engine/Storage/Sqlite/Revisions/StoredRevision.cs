using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Revisions;

/// <summary>One revision as the store lists it.</summary>
internal sealed record StoredRevision(long Number, Instant At, string Source, string Hash, string Reason, string Principal)
{
    public required long Added { get; init; }

    public required long Replaced { get; init; }

    /// <summary>The start of the earliest candle it changed.</summary>
    public required Instant Earliest { get; init; }

    /// <summary>The start of the latest candle it changed.</summary>
    public required Instant Latest { get; init; }
}
