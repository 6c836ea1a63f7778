using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Time;

namespace TradingDesk.Engine.Feeds.Simulated;

/// <summary>
/// Posts the simulated market as its clock reaches it: ticks and books in the order of time, and the time itself at least every
/// 50 ms and at every second. Driven by one thread.
/// </summary>
internal sealed class SimulatedFeed
{
    /// <summary>A longer sleep than this was a pause of the whole process: its market seconds are skipped, as a live feed's are lost.</summary>
    private const long PauseNanos = 2 * Instant.NanosPerSecond;

    private const int SleepMilliseconds = 10;
    private const long TimeEveryNanos = 50 * Instant.NanosPerMillisecond;

    /// <summary>Further behind than this, the market cannot be made as fast as asked and its clock is held instead.</summary>
    private const long BehindNanosMost = Instant.NanosPerSecond / 2;

    private readonly SimulatedMarket _market;
    private readonly MarketClock _clock;
    private readonly TimeProvider _time;
    private readonly Inbox _inbox;
    private readonly SimulatedEvent[] _events;
    private Instant _second;
    private Instant _timePosted;
    private int _count;
    private int _next;

    public SimulatedFeed(SimulatedMarket market, MarketClock clock, TimeProvider time, Inbox inbox, Instant from)
    {
        (_market, _clock, _time, _inbox) = (market, clock, time, inbox);
        _events = new SimulatedEvent[market.EventsPerSecondMost];
        Begin(from.Second);
    }

    /// <summary>Posts until stopped.</summary>
    public void Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var now = _clock.Now;
            AdvanceTo(now, stop);
            if (_clock.Now - now > BehindNanosMost * _clock.Speed) _clock.HoldAt(now);
            var slept = _time.GetTimestamp();
            stop.WaitHandle.WaitOne(SleepMilliseconds);
            if (_time.GetElapsedTime(slept).Ticks * 100 > PauseNanos) Begin(_clock.Now.Second);
        }
    }

    /// <summary>Posts everything that happened up to that moment, then the moment itself when it is due.</summary>
    public void AdvanceTo(Instant now, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            PostEvents(now, stop);
            var end = _second.PlusSeconds(1);
            if (end > now) break;
            _inbox.Post(DeskInput.Time(end), stop);
            _timePosted = end;
            Begin(end);
        }

        if (now - _timePosted < TimeEveryNanos) return;
        _inbox.Post(DeskInput.Time(now), stop);
        _timePosted = now;
    }

    private void PostEvents(Instant now, CancellationToken stop)
    {
        for (; _next < _count && _events[_next].Time <= now; _next++)
        {
            ref readonly var happened = ref _events[_next];
            var input = happened.IsDepth
                ? DeskInput.Of(happened.Time, happened.Instrument, happened.Depth)
                : DeskInput.Of(happened.Time, happened.Instrument, happened.Tick);
            _inbox.Post(input, stop);
        }
    }

    private void Begin(Instant second)
    {
        _second = second;
        _count = _market.Second(second, _events);
        _next = 0;
    }
}
