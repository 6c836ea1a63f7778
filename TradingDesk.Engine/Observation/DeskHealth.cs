using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation;

/// <summary>How the engine, its queues and its stores do.</summary>
public sealed record DeskHealth(
    Instant EngineTime, double TicksPerSecond, LineDepths Line, FeedFaults Faults,
    PartState CandleStore, PartState Tape)
{
    public PartState Journal { get; init; } = PartState.Starting;

    /// <summary>What is wrong with the machine's clock, or null.</summary>
    public ClockDoubt? Clock { get; init; }

    public static DeskHealth Unknown { get; } =
        new(default, 0, new LineDepths(0, 0, 0, 0, 0), default, PartState.Starting, PartState.Starting);
}
