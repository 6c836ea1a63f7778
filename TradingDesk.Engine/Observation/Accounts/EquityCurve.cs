using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Accounts;

/// <summary>
/// An account's day minute by minute, as the desk saw it: nothing before its start, nothing made up for minutes it did not look.
/// </summary>
internal sealed class EquityCurve
{
    private const int SecondsPerPoint = 60;

    private readonly List<EquityPoint> _points = [];
    private Instant _next;

    /// <summary>At most one point a minute, of one day; a list that was given out never changes.</summary>
    public IReadOnlyList<EquityPoint> Points { get; private set; } = [];

    public bool IsDue(Instant clock) => clock >= _next;

    /// <summary>Notes how the day stands, unless this minute has its point.</summary>
    public void Note(Instant clock, Money net)
    {
        if (!IsDue(clock)) return;
        if (_points.Count > 0 && _points[^1].At.IndiaDate != clock.IndiaDate) _points.Clear();
        _next = Instant.FromUnixSeconds(((clock.UnixSeconds / SecondsPerPoint) + 1) * SecondsPerPoint);
        _points.Add(new EquityPoint(clock, net));
        Points = [.. _points];
    }
}
