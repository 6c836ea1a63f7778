using TradingDesk.Engine.Observation.Safety;

namespace TradingDesk.Web.Pages.Kill;

/// <summary>Says across every page which kill switches are latched, since when, by whom and why.</summary>
public sealed partial class KillBanner
{
    private DateOnly Today => Desk.Current.Market.MarketTime.IndiaDate;

    protected override IReadOnlyList<KillView>? ReadSlice() => Desk.Current.Kills;
}
