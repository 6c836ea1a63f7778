using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation;

/// <summary>The market's world, clock and phase.</summary>
public sealed record MarketStatus(
    bool Simulated, string Exchange, MarketPhase Phase, Instant MarketTime, Instant? PhaseChangesAt, int Speed)
{
    /// <summary>Market seconds that passed in the last second; less than Speed when the machine cannot make them as fast.</summary>
    public int SpeedReached { get; init; } = Speed;

    public static MarketStatus Unknown { get; } = new(false, "NSE", MarketPhase.Unknown, default, null, 1);
}
