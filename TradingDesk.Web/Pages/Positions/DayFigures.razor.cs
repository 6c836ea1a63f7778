using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Web.Live;

namespace TradingDesk.Web.Pages.Positions;

/// <summary>The chosen account's day in the engine's own sums, and by which method they come about.</summary>
public sealed partial class DayFigures(ChosenAccount chosen)
{
    protected override AccountView? ReadSlice() => chosen.In(Desk.Current);
}
