using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Time;

/// <summary>The market's time as a start plus k times the time elapsed on the monotonic clock; the wall clock is read once.</summary>
internal sealed class MarketClock
{
    private readonly TimeProvider _time;
    private Anchor _anchor;

    public MarketClock(TimeProvider time, Instant start, double speed)
    {
        _time = time;
        Speed = speed;
        _anchor = new Anchor(time.GetTimestamp(), start);
    }

    public double Speed { get; }

    public Instant Now
    {
        get
        {
            var anchor = Volatile.Read(ref _anchor);
            var elapsed = _time.GetElapsedTime(anchor.Stamp);
            return new Instant(anchor.Start.Nanos + (long)(elapsed.Ticks * 100 * Speed));
        }
    }

    /// <summary>The machine slept: time went on though the monotonic clock did not.</summary>
    public void Leap(TimeSpan asleep)
    {
        var anchor = Volatile.Read(ref _anchor);
        Volatile.Write(ref _anchor, anchor with { Start = new Instant(anchor.Start.Nanos + (long)(asleep.Ticks * 100 * Speed)) });
    }

    /// <summary>Sets the clock back to a moment, for a market that could not be made as fast as asked: nothing is skipped.</summary>
    public void HoldAt(Instant moment) => Volatile.Write(ref _anchor, new Anchor(_time.GetTimestamp(), moment));

    private sealed record Anchor(long Stamp, Instant Start);
}
