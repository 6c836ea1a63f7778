using TradingDesk.Engine.Observation;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>Stands beside prices that are not of a real market.</summary>
public sealed partial class SimulatedBadge
{
    private bool? _shown;

    protected override MarketStatus? ReadSlice() => Desk.Current.Market;

    // The market's clock moves all the time; this word does not.
    protected override bool ShouldRender() => _shown != Slice?.Simulated;

    protected override void OnAfterRender(bool firstRender) => _shown = Slice?.Simulated;
}
