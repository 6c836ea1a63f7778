using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>Says which run's book a position or an order is in, and leads there; nothing for what is traded by hand.</summary>
public sealed partial class RunTag(IDeskView desk) : ComponentBase
{
    [Parameter, EditorRequired] public RunId Run { get; set; }

    private string Title => desk.Current.Runs.FirstOrDefault(run => run.Id == Run)?.Name ?? "A strategy's run";
}
