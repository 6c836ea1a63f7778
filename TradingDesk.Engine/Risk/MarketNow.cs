using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Risk;

/// <summary>What the gate must know of an instrument's market at the moment of judging.</summary>
internal readonly record struct MarketNow
{
    public required Instant Clock { get; init; }

    /// <summary>Whether the calendar knows the day.</summary>
    public required bool IsKnown { get; init; }

    /// <summary>Whether its continuous session is on.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Whether intraday positions of it are squared off already today.</summary>
    public required bool IsSquaredOff { get; init; }

    /// <summary>The last price of this session; 0 when none is known.</summary>
    public required Price Last { get; init; }

    /// <summary>When that price was made.</summary>
    public required Instant LastAt { get; init; }

    public required Price PreviousClose { get; init; }

    /// <summary>How old that price is in milliseconds; -1 without one.</summary>
    public int LastAge => Last == default ? -1 : (int)Math.Clamp((Clock - LastAt) / Instant.NanosPerMillisecond, 0, int.MaxValue);

    /// <summary>Whose price a stop and a target are, where it is not the traded instrument's; null otherwise.</summary>
    public Instrument? Watched { get; init; }

    /// <summary>The last price of what is watched, and 1 or -1 for the way it must go for the order to gain.</summary>
    public Price WatchedLast { get; init; }

    public int WatchedWay { get; init; }

    /// <summary>Whether the desk may only cancel and exit.</summary>
    public required bool IsReduceOnly { get; init; }
}
