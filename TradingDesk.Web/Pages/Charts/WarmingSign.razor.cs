using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Charts;

/// <summary>Says that another list of indicators is warming up, and for how many instruments it is warm; else nothing.</summary>
public sealed partial class WarmingSign
{
    protected override IndicatorsInForce? ReadSlice() => Desk.Current.Indicators;

    private static string Number(int count) => IndianNumbers.Plain(count, 0);
}
