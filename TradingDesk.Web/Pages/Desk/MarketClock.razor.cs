using TradingDesk.Engine.Observation;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>The market's clock in India's wall time; the chart's axis runs by the same.</summary>
public sealed partial class MarketClock
{
    protected override MarketStatus? ReadSlice() => Desk.Current.Market;
}
