using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>What every page about money stands in: the top bar, what one must know, and the status bar.</summary>
public sealed partial class TradingFrame
{
    private bool _isSimulated;

    [Parameter, EditorRequired] public string Title { get; set; } = "";

    [Parameter] public RenderFragment? ChildContent { get; set; }

    protected override MarketStatus? ReadSlice() => Desk.Current.Market;

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        _isSimulated = Slice!.Simulated;
    }

    // The market's clock moves all the time; what world it is does not.
    protected override Task SliceChangedAsync()
    {
        if (_isSimulated == Slice!.Simulated) return Task.CompletedTask;
        _isSimulated = Slice.Simulated;
        return base.SliceChangedAsync();
    }
}
