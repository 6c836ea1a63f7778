using TradingDesk.Engine.Observation.Alerts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Tables;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Alerts;

/// <summary>What the desk watches for its people: alerts that fired, alerts that watch, and a form for new ones.</summary>
public sealed partial class AlertsPage(TradingHand trading)
{
    private readonly AccountHand _hand = new(trading);

    private IReadOnlyList<AlertView>? _arranged;
    private IReadOnlyList<AlertView> _alerts = [];

    private TableStanding Standing => Desk.Current.IsReady ? TableStanding.Ready : TableStanding.Loading("Waiting for the desk's alerts.");

    protected override IReadOnlyList<AlertView>? ReadSlice() => Desk.Current.Alerts;

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        Arrange();
    }

    protected override Task SliceChangedAsync()
    {
        Arrange();
        return base.SliceChangedAsync();
    }

    /// <summary>What fired, the newest first; then what watches, first those that cannot see: nobody is watching there.</summary>
    private void Arrange()
    {
        if (ReferenceEquals(_arranged, Slice)) return;
        _arranged = Slice;
        _alerts =
        [
            .. (Slice ?? []).OrderByDescending(alert => alert.State == AlertState.Fired)
                .ThenByDescending(alert => alert.State == AlertState.Fired ? alert.FiredAt?.Nanos : null)
                .ThenByDescending(alert => alert.IsBlind),
        ];
    }
}
