using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>What can be done with a run in the state it is in; stopping and flattening ask first.</summary>
public sealed partial class RunButtons : ComponentBase
{
    [Parameter, EditorRequired] public RunView Run { get; set; } = null!;

    [Parameter, EditorRequired] public AccountHand Hand { get; set; } = null!;

    /// <summary>The account's name, which the engine's commands are for.</summary>
    [Parameter, EditorRequired] public string Account { get; set; } = "";

    /// <summary>What it holds, in words.</summary>
    [Parameter, EditorRequired] public string Holds { get; set; } = "";

    [Parameter] public EventCallback OnMoved { get; set; }

    private string StopQuestion => RunText.IsHolding(Run)
        ? $"Stop {Run.Name}? It keeps {Holds}, and its stops stay."
        : $"Stop {Run.Name}?";

    private string FlattenQuestion => $"Leave {Holds} at the market and pause {Run.Name}?";

    private async Task MoveAsync(RunAction action)
    {
        var giving = Hand.GiveAsync(Account, new MoveRun(Run.Id, action), $"{action} {Run.Name}");
        await OnMoved.InvokeAsync();
        await giving;
        await OnMoved.InvokeAsync();
    }
}
