using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Days;

namespace TradingDesk.Web.Pages.Market;

/// <summary>The market's time: what its parts do now, a day's phases, the week, special days, an administrator's changes.</summary>
public sealed partial class MarketPage
{
    private string _exchange = "NSE";
    private DateOnly? _date;

    private DateOnly Today => Slice!.MarketTime.IndiaDate;

    private DateOnly Shown => _date ?? Today;

    private IReadOnlyList<MarketDay> Week
    {
        get
        {
            var monday = Shown.AddDays(-(((int)Shown.DayOfWeek + 6) % 7));
            return Desk.ReadDays(_exchange, monday, monday.AddDays(6));
        }
    }

    protected override MarketStatus? ReadSlice() => Desk.Current.Market;

    private IReadOnlyList<MarketDay> DaysOf(DateOnly date) => Desk.ReadDays(_exchange, date, date);
}
