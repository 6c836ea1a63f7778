using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Safety;

namespace TradingDesk.Web.Pages.Kill;

/// <summary>What a latched kill switch has made of each position and order, and the way to let it go.</summary>
public sealed partial class KillReport(IDeskView desk) : ComponentBase
{
    [Parameter, EditorRequired] public KillView Kill { get; set; } = null!;

    private DateOnly Today => desk.Current.Market.MarketTime.IndiaDate;

    private string RunOf(KilledPositionView held) =>
        desk.Current.Runs.FirstOrDefault(run => run.Id == held.Run && !held.Run.IsNone)?.Name ?? "";
}
