using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Time;

/// <summary>Puts a source's inputs on the line as the market's clock reaches them, and the time itself at least every 50 ms. Driven by
/// one thread.</summary>
internal sealed class PacedSource(IInputSource source, MarketClock clock, TimeProvider time, WallWatch wall, Inbox inbox)
{
    /// <summary>A longer sleep than this was a pause of the whole process: what happened meanwhile is left out, as a live feed's is
    /// lost.</summary>
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    /// <summary>Further behind than this, a hurried market cannot be made as fast as asked and its clock is held instead.</summary>
    private static readonly TimeSpan _behindMost = TimeSpan.FromSeconds(0.5);

    private const int SleepMilliseconds = 10;
    private const long TimeEveryNanos = 50 * Instant.NanosPerMillisecond;

    private Instant _timePosted;
    private long? _rested;

    /// <summary>Posts until stopped.</summary>
    public void Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            Turn(stop);
            stop.WaitHandle.WaitOne(SleepMilliseconds);
        }
    }

    /// <summary>Looks at the clocks, leaves out what happened in a pause, posts what happened by now.</summary>
    public void Turn(CancellationToken stop)
    {
        var began = time.GetTimestamp();
        var asleep = wall.Look();
        if (asleep > TimeSpan.Zero) clock.Leap(asleep);
        var paused = _rested is { } rested && time.GetElapsedTime(rested, began) > _pause;
        if (paused || asleep > TimeSpan.Zero) source.SkipTo(clock.Now);
        var now = clock.Now;
        PostThrough(now, stop);
        // At the pace of real time the market always catches up, and its clock is everybody's clock.
        if (clock.Speed > 1 && time.GetElapsedTime(began) > _behindMost) clock.HoldAt(now);
        _rested = time.GetTimestamp();
    }

    /// <summary>Posts what happened up to that moment, then the moment itself when it is due.</summary>
    public void PostThrough(Instant now, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && source.TryRead(now, out var input)) inbox.Post(input, stop);
        if (now - _timePosted < TimeEveryNanos) return;
        inbox.Post(DeskInput.Time(now), stop);
        _timePosted = now;
    }
}
