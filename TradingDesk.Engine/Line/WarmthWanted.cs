using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line;

/// <summary>
/// What the engine asks of the world while a change waits: indicators of some timeframes, warm up to where its own candles go on. It
/// stands on the board until the change is in force or dropped.
/// </summary>
internal sealed record WarmthWanted
{
    /// <summary>Counts the requests of a run from 1.</summary>
    public required int Request { get; init; }

    /// <summary>The number of the command it comes from.</summary>
    public required long Command { get; init; }

    /// <summary>The newest fact when it was asked: what is stored up to it is all that is needed.</summary>
    public required long AfterFact { get; init; }

    /// <summary>The version the lists will have; that in force when only timeframes are added.</summary>
    public required int Version { get; init; }

    public required string Indicators { get; init; }

    public required string Principal { get; init; }

    public required string Note { get; init; }

    /// <summary>True for other lists, which must be kept; false for timeframes that were added.</summary>
    public required bool IsNewVersion { get; init; }

    /// <summary>The timeframes to warm, in order.</summary>
    public required IReadOnlyList<Timeframe> Timeframes { get; init; }

    /// <summary>
    /// Per instrument and timeframe the start of the first candle that the engine itself will close; all default for new timeframes, of
    /// whose forming candle the beginning is wanted too.
    /// </summary>
    public required IReadOnlyList<Instant> NextStarts { get; init; }

    /// <summary>Per instrument: seconds from this moment on go to the engine's own candles.</summary>
    public required IReadOnlyList<Instant> Through { get; init; }
}
