using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Web.Live;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>Says across the page that the engine or the market gives nothing new; judged anew at every beat.</summary>
public sealed partial class ConditionBanner(IDeskView desk, EngineWatch watch, SnapshotTicker ticker) : ComponentBase, IDisposable
{
    private IDisposable? _subscription;
    private DeskCondition? _condition;

    protected override void OnInitialized()
    {
        _condition = DeskCondition.Judge(desk.Current, watch.StillFor);
        _subscription = ticker.SubscribeBeat(Judge);
    }

    public void Dispose() => _subscription?.Dispose();

    private void Judge()
    {
        var condition = DeskCondition.Judge(desk.Current, watch.StillFor);
        if (condition == _condition) return;
        _ = InvokeAsync(() =>
        {
            _condition = condition;
            StateHasChanged();
        });
    }
}
