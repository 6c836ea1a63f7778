using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Feeds.Simulated;

/// <summary>
/// One session of the simulated market: its minutes, and where each stands on the variance clock that drives every
/// price.
/// </summary>
/// <remarks>
/// The variance clock runs with the session's business, not with time: fast at the open, slow at noon. A part of each day's clock runs
/// while the market is shut, so prices gap overnight; Saturday and Sunday count half a day each.
/// </remarks>
internal sealed class SimulatedSession
{
    private const long HalfDay = RandomPath.Day / 2;
    private const int HalfDaysOfWeek = 12;
    private const int WorkingDays = 5;

    /// <summary>
    /// The share of a day's variance before the open, and again after the close; little when the market hardly shuts.
    /// </summary>
    private const double ShutShare = 0.12;

    private const double HardlyShutShare = 0.02;

    private readonly long _clockAtOpen;
    private readonly double _clockLength;

    private readonly TradingSession?[] _own;

    /// <summary>A session and each part's own hours in it, by their places.</summary>
    public SimulatedSession(TradingSession session, TradingSession?[] own)
    {
        (Span, _own) = (session, own);
        var seconds = (session.Close - session.Open) / Instant.NanosPerSecond;
        Shape = new SessionShape((int)(seconds / 60));
        var (week, weekday) = Math.DivRem(session.Date.DayNumber, 7);
        var workingDay = weekday < WorkingDays;
        var halfDays = ((long)week * HalfDaysOfWeek) + (workingDay ? weekday * 2 : weekday + WorkingDays);
        var dayLength = workingDay ? RandomPath.Day : HalfDay;
        var shut = (Shape.IsAroundTheClock ? HardlyShutShare : ShutShare) * dayLength;
        _clockAtOpen = (halfDays * HalfDay) + (long)shut;
        _clockLength = dayLength - (2 * shut);
    }

    public TradingSession Span { get; }

    public SessionShape Shape { get; }

    public int Minutes => Shape.Minutes;

    /// <summary>The variance clock at the start of a minute of the session.</summary>
    public long ClockAt(int minute) => _clockAtOpen + (long)(_clockLength * Shape.DoneBy(minute));

    /// <summary>Whether instruments of those hours trade in a minute of the session.</summary>
    public bool IsOpen(TradingHours hours, int minute) => _own[hours.Place] is { } own && own.Contains(StartOf(minute));

    /// <summary>The first minute in which they trade; the session's own when they do not trade in it.</summary>
    public int FirstMinute(TradingHours hours) => _own[hours.Place] is { } own ? MinuteOf(own.Open) : 0;

    /// <summary>The last minute in which they trade.</summary>
    public int LastMinute(TradingHours hours) => (_own[hours.Place] is { } own ? MinuteOf(own.Close) : Minutes) - 1;

    public int MinuteOf(Instant moment) => (int)((moment - Span.Open) / (60 * Instant.NanosPerSecond));

    public Instant StartOf(int minute) => Span.Open.PlusSeconds(minute * 60L);
}
