using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market.Sessions;

/// <summary>The sessions of a market: which one covers a moment, which one comes next.</summary>
internal sealed class TradingCalendar
{
    private const long DaySeconds = 86_400;
    private readonly long _openSeconds;
    private readonly long _closeSeconds;
    private readonly bool _weekends;

    private TradingCalendar(string name, long openSeconds, long closeSeconds, bool weekends)
    {
        Name = name;
        _openSeconds = openSeconds;
        _closeSeconds = closeSeconds;
        _weekends = weekends;
    }

    /// <summary>One session from midnight to midnight in India, every day: the simulated market around the clock.</summary>
    public static TradingCalendar AlwaysOpen { get; } = new("always-open", 0, DaySeconds, weekends: true);

    /// <summary>09:15 to 15:30 in India on weekdays, without holidays: the exchange until its dated calendar is loaded.</summary>
    public static TradingCalendar Weekdays { get; } =
        new("exchange", (9 * 3_600) + (15 * 60), (15 * 3_600) + (30 * 60), weekends: false);

    public string Name { get; }

    /// <summary>The length of a full session.</summary>
    public long SessionSeconds => _closeSeconds - _openSeconds;

    public static TradingCalendar? Find(string name) =>
        name == AlwaysOpen.Name ? AlwaysOpen : name == Weekdays.Name ? Weekdays : null;

    /// <summary>The session that contains the moment.</summary>
    public bool TryGetSession(Instant moment, out TradingSession session) =>
        TryGetSession(moment.IndiaDate, out session) && session.Contains(moment);

    public bool TryGetSession(DateOnly date, out TradingSession session)
    {
        session = default;
        if (!_weekends && date.DayOfWeek is (DayOfWeek.Saturday or DayOfWeek.Sunday)) return false;
        var midnight = Instant.FromIndiaMidnight(date);
        session = new TradingSession(date, midnight.PlusSeconds(_openSeconds), midnight.PlusSeconds(_closeSeconds));
        return true;
    }

    /// <summary>
    /// Whether the market trades at the moment, and when that changes; the always-open market changes session at
    /// midnight.
    /// </summary>
    public MarketPhase PhaseAt(Instant moment) =>
        TryGetSession(moment, out var session)
            ? new MarketPhase(IsOpen: true, session.Close)
            : new MarketPhase(IsOpen: false, SessionAfter(moment).Open);

    /// <summary>The first session that opens after the moment.</summary>
    public TradingSession SessionAfter(Instant moment)
    {
        var date = moment.IndiaDate;
        while (!TryGetSession(date, out var session) || session.Open <= moment) date = date.AddDays(1);
        TryGetSession(date, out var next);
        return next;
    }

    /// <summary>The last session that opened before the moment, itself not included when it opens just then.</summary>
    public TradingSession SessionBefore(Instant moment)
    {
        var date = moment.IndiaDate;
        while (!TryGetSession(date, out var session) || session.Open >= moment) date = date.AddDays(-1);
        TryGetSession(date, out var previous);
        return previous;
    }
}
