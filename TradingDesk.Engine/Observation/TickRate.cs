using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation;

/// <summary>Ticks per second of real time, measured over about a second.</summary>
internal sealed class TickRate
{
    private long _ticks;
    private long _nanos;
    private double _rate;

    public double Measure(long ticks, long monotonicNanos)
    {
        var elapsed = monotonicNanos - _nanos;
        if (_nanos != 0 && elapsed < Instant.NanosPerSecond) return _rate;
        if (_nanos != 0) _rate = Math.Round((ticks - _ticks) * (double)Instant.NanosPerSecond / elapsed);
        (_ticks, _nanos) = (ticks, monotonicNanos);
        return _rate;
    }
}
