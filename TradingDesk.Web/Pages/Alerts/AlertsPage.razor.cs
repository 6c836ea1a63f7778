using TradingDesk.Engine.Observation.Alerts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Alerts;

/// <summary>What the desk watches for its people: alerts that fired, alerts that watch, and a form for new ones.</summary>
public sealed partial class AlertsPage(TradingHand trading)
{
    private readonly AccountHand _hand = new(trading);

    protected override IReadOnlyList<AlertView>? ReadSlice() => Desk.Current.Alerts;

    /// <summary>The newest first.</summary>
    private IReadOnlyList<AlertView> Fired =>
        [.. (Slice ?? []).Where(alert => alert.State == AlertState.Fired).OrderByDescending(alert => alert.FiredAt)];

    /// <summary>Those that cannot see first: nobody is watching there.</summary>
    private IReadOnlyList<AlertView> Watching =>
        [.. (Slice ?? []).Where(alert => alert.State != AlertState.Fired).OrderByDescending(alert => alert.IsBlind)];
}
