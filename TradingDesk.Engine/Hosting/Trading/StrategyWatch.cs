using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Trading;

/// <summary>
/// Sees from another thread when a strategy holds the engine: nothing the engine could do for itself. A pause of the whole process is none
/// of a strategy's, so only looks that follow each other closely count.
/// </summary>
internal sealed class StrategyWatch(RunLevels runs)
{
    /// <summary>How long one decision may take.</summary>
    public const long HeldNanos = 250 * Instant.NanosPerMillisecond;

    /// <summary>Looks farther apart than this say nothing about what was between them.</summary>
    private const long ApartNanos = 200 * Instant.NanosPerMillisecond;

    private (int Run, long Decision) _seen;
    private long _since;
    private long _last;

    /// <summary>The run whose strategy has not come back; none while all is well.</summary>
    public RunId Look(long monotonicNanos)
    {
        var now = runs.Deciding;
        var isNew = now.Run == 0 || now != _seen || monotonicNanos - _last > ApartNanos;
        if (isNew) _since = monotonicNanos;
        (_seen, _last) = (now, monotonicNanos);
        return monotonicNanos - _since >= HeldNanos ? new RunId((short)now.Run) : RunId.None;
    }
}
