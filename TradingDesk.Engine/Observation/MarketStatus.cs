using TradingDesk.Engine.Observation.Days;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation;

/// <summary>The market's world, clock and phase.</summary>
public sealed record MarketStatus(
    bool Simulated, string Exchange, MarketPhase Phase, Instant MarketTime, Instant? PhaseChangesAt, int Speed)
{
    /// <summary>Market seconds that passed in the last second; less than Speed when the machine cannot make them as fast.</summary>
    public int SpeedReached { get; init; } = Speed;

    /// <summary>False when nothing arrives by design: the desk shows stored candles only.</summary>
    public bool HasFeed { get; init; } = true;

    /// <summary>The phase of the part that stands for all: one that trades, if any, else the one that changes next.</summary>
    public MarketPartNow? Main { get; init; }

    /// <summary>What each part of the exchanges does now, of those the desk's instruments belong to.</summary>
    public IReadOnlyList<MarketPartNow> Parts { get; init; } = [];

    /// <summary>Reasons not to trust the calendar or the clock; empty when there are none.</summary>
    public IReadOnlyList<MarketDoubt> Doubts { get; init; } = [];

    public static MarketStatus Unknown { get; } = new(false, "NSE", MarketPhase.Unknown, default, null, 1);
}
