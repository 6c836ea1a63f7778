using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market.Sessions;

/// <summary>The calendar's answers kept at hand: which session the clock stands in, which one a candle belongs to.</summary>
internal sealed class SessionClock(TradingCalendar calendar, TradingHours hours)
{
    /// <summary>How far a tick's time may be behind the clock and still count for the session before.</summary>
    private const long NearSeconds = 5;

    private TradingSession _current;
    private TradingSession _other;
    private Instant _next;

    /// <summary>The last session that opened at or before the clock; a clock only moves forward.</summary>
    public ref readonly TradingSession At(Instant clock)
    {
        if (clock < _next) return ref _current;
        _current = calendar.SessionBefore(hours, new Instant(clock.Nanos + 1));
        _next = calendar.SessionAfter(hours, clock).Open;
        return ref _current;
    }

    /// <summary>
    /// The session of a tick that came at that clock: the clock's own, or its neighbour for a tick that a few milliseconds of transport or
    /// of clocks apart put on the other side of an open. A tick in neither is outside the session it is given.
    /// </summary>
    public ref readonly TradingSession Near(Instant tick, Instant clock)
    {
        ref readonly var current = ref At(clock);
        if (current.Contains(tick)) return ref current;
        var justBefore = tick < current.Open && tick >= clock.PlusSeconds(-NearSeconds);
        if (tick >= _next || justBefore) return ref Of(tick);
        return ref current;
    }

    /// <summary>The session of a candle that is known to lie in one.</summary>
    public ref readonly TradingSession Of(Instant start)
    {
        if (_current.Contains(start)) return ref _current;
        if (!_other.Contains(start) && !calendar.TryGetSession(hours, start, out _other))
            _other = calendar.SessionBefore(hours, start);
        return ref _other;
    }
}
