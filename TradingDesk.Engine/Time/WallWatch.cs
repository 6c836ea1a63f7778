namespace TradingDesk.Engine.Time;

/// <summary>
/// Holds the machine's wall clock against its monotonic one: finds that somebody moved the wall clock, which changes nothing in the desk
/// but must be said, and that the machine slept, which the monotonic clock did not count. Driven by one thread.
/// </summary>
/// <param name="uptime">How long the machine is up with its sleep included; null where the monotonic clock counts sleep itself.</param>
internal sealed class WallWatch(TimeProvider time, Func<TimeSpan?> uptime)
{
    /// <summary>A difference that the reading of several clocks one after the other, or a busy machine, cannot explain.</summary>
    private static readonly TimeSpan _difference = TimeSpan.FromSeconds(2);

    private readonly DateTimeOffset _wall = time.GetUtcNow();
    private readonly long _stamp = time.GetTimestamp();
    private readonly TimeSpan? _uptime = uptime();
    private TimeSpan _slept;
    private TimeSpan _told;
    private long _offTicks;

    /// <summary>How far the wall clock is ahead of where it would be had nobody moved it; zero up to two seconds. For any thread.</summary>
    public TimeSpan Off => new(Volatile.Read(ref _offTicks));

    /// <summary>Looks at the clocks and gives how long the machine slept since the last look.</summary>
    public TimeSpan Look()
    {
        var elapsed = time.GetElapsedTime(_stamp);
        var off = time.GetUtcNow() - _wall - elapsed - _slept;
        if ((off - _told).Duration() <= _difference) return TimeSpan.Zero;
        var asleep = SleptAt(elapsed);
        _slept += asleep;
        _told = off - asleep;
        Volatile.Write(ref _offTicks, _told.Duration() > _difference ? _told.Ticks : 0);
        return asleep;
    }

    /// <summary>What the machine's uptime has more than the monotonic clock and is not known yet.</summary>
    private TimeSpan SleptAt(TimeSpan elapsed)
    {
        if (_uptime is not { } before || uptime() is not { } now) return TimeSpan.Zero;
        var asleep = now - before - elapsed - _slept;
        return asleep > _difference ? asleep : TimeSpan.Zero;
    }
}
