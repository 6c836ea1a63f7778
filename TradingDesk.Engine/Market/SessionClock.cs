using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market;

/// <summary>The calendar's answers kept at hand: which session the clock stands in, which one a candle belongs to.</summary>
internal sealed class SessionClock(TradingCalendar calendar)
{
    private TradingSession _current;
    private TradingSession _other;
    private Instant _next;

    /// <summary>The last session that opened at or before the clock; a clock only moves forward.</summary>
    public ref readonly TradingSession At(Instant clock)
    {
        if (clock < _next) return ref _current;
        _current = calendar.SessionBefore(new Instant(clock.Nanos + 1));
        _next = calendar.SessionAfter(clock).Open;
        return ref _current;
    }

    /// <summary>The session of a candle that is known to lie in one.</summary>
    public ref readonly TradingSession Of(Instant start)
    {
        if (_current.Contains(start)) return ref _current;
        if (!_other.Contains(start) && !calendar.TryGetSession(start, out _other))
            _other = calendar.SessionBefore(start);
        return ref _other;
    }
}
