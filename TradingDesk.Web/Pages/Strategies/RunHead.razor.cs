using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>What a run is and where it stands, and what can be done with it.</summary>
public sealed partial class RunHead : ComponentBase
{
    [Parameter, EditorRequired] public RunView Run { get; set; } = null!;

    /// <summary>What it watches.</summary>
    [Parameter, EditorRequired] public InstrumentLabel Instrument { get; set; } = null!;

    [Parameter, EditorRequired] public string Account { get; set; } = "";

    [Parameter, EditorRequired] public string Holds { get; set; } = "";

    [Parameter, EditorRequired] public AccountHand Hand { get; set; } = null!;

    [Parameter] public bool IsChanging { get; set; }

    [Parameter] public EventCallback OnChange { get; set; }

    [Parameter] public EventCallback OnMoved { get; set; }

    private async Task MoveAsync(RunAction action)
    {
        var giving = Hand.GiveAsync(Account, new MoveRun(Run.Id, action), $"{action} {Run.Name}");
        await OnMoved.InvokeAsync();
        await giving;
        await OnMoved.InvokeAsync();
    }
}
