using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation;

/// <summary>How much a growing count grows in a second of real time, measured over about a second.</summary>
internal sealed class RateMeter
{
    private long _count;
    private long _nanos;
    private double _rate;

    public double Measure(long count, long monotonicNanos)
    {
        var elapsed = monotonicNanos - _nanos;
        if (_nanos != 0 && elapsed < Instant.NanosPerSecond) return _rate;
        if (_nanos != 0) _rate = Math.Round((count - _count) * (double)Instant.NanosPerSecond / elapsed);
        (_count, _nanos) = (count, monotonicNanos);
        return _rate;
    }
}
