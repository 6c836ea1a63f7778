using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Days;

/// <summary>What each part of the exchanges does, and what there is to doubt; looked at once a second of the market's time.</summary>
internal sealed class MarketParts(IReadOnlyList<TradingHours> hours)
{
    private readonly CalendarDoubts _doubts = new(hours);
    private long _second = long.MinValue;

    /// <summary>The same list while nothing changes.</summary>
    public IReadOnlyList<MarketPartNow> Now { get; private set; } = [];

    public IReadOnlyList<MarketDoubt> Doubts { get; private set; } = [];

    /// <summary>The part that stands for all: one that trades, if any, else the one that changes next.</summary>
    public MarketPartNow Main { get; private set; } = new("", "", "", false, null, "");

    public void MoveTo(Instant clock, TradingCalendar calendar, in DeskCounters counters, ClockDoubt? machine)
    {
        if (clock.UnixSeconds == _second) return;
        _second = clock.UnixSeconds;
        Doubts = _doubts.At(clock, calendar, counters, machine);
        var now = hours.Select(group => calendar.Now(group, clock)).ToList();
        if (now.SequenceEqual(Now)) return;
        Now = now;
        Main = now.Find(part => part.IsTrading) ?? now.MinBy(part => part.Until) ?? Main;
    }
}
