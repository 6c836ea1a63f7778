using Microsoft.JSInterop;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Charts.Grid;

/// <summary>Where the choice of charts is kept: in this browser.</summary>
internal sealed class KeptCharts(IJSRuntime js)
{
    private const string KeptUnder = "desk.charts";

    /// <summary>Null where nothing was chosen yet.</summary>
    public async Task<ChartsChoice?> RecallAsync() => ChartsChoice.Parse(await js.TryRecallAsync(KeptUnder));

    public Task KeepAsync(ChartsChoice choice) => js.TryKeepAsync(KeptUnder, choice.ToText());
}
