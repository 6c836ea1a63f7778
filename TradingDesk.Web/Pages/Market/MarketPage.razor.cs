using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Days;

namespace TradingDesk.Web.Pages.Market;

/// <summary>The market's time: what its parts do now, a day's phases, the week, special days, an administrator's changes.</summary>
public sealed partial class MarketPage
{
    private string _exchange = "NSE";
    private DateOnly? _date;
    private (string Exchange, DateOnly Shown, int Changes) _read;
    private IReadOnlyList<MarketDay> _week = [];

    private DateOnly Today => Slice!.MarketTime.IndiaDate;

    private DateOnly Shown => _date ?? Today;

    /// <summary>Monday to Sunday; read again only for another day, exchange or calendar, though the page follows the clock.</summary>
    private IReadOnlyList<MarketDay> Week
    {
        get
        {
            var wanted = (_exchange, Shown, Desk.CalendarChanges.Count);
            if (_read == wanted) return _week;
            var monday = Shown.AddDays(-(((int)Shown.DayOfWeek + 6) % 7));
            (_read, _week) = (wanted, Desk.ReadDays(_exchange, monday, monday.AddDays(6)));
            return _week;
        }
    }

    private IReadOnlyList<MarketDay> Day => [.. Week.Where(day => day.Date == Shown)];

    protected override MarketStatus? ReadSlice() => Desk.Current.Market;
}
