using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Accounts;

/// <summary>When intraday positions are left on the clock's day, by the calendar in force; asked once a day of any hours.</summary>
internal sealed class SquareOffs(DeskPlan plan, LevelBoard board)
{
    private readonly Dictionary<TradingHours, Instant?> _known = [];
    private (TradingCalendar? Calendar, DateOnly Day) _of;

    /// <summary>For that position at that clock; null where nothing squares it off.</summary>
    public Instant? At(in PositionLevel position, Instant clock)
    {
        if (position.Units == 0 || position.Product != Product.Mis) return null;
        var now = (board.Calendar, clock.IndiaDate);
        if (now != _of) _known.Clear();
        _of = now;
        var hours = plan.Instruments[position.Instrument].Hours;
        if (!_known.TryGetValue(hours, out var at)) _known[hours] = at = now.Calendar.SquareOff(hours, now.IndiaDate);
        return at;
    }
}
