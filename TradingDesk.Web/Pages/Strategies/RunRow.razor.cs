using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>One run in the list: what it is, where it stands, what it holds and earned, and its newest signal with why.</summary>
public sealed partial class RunRow : ComponentBase
{
    private (RunView? Run, bool IsBusy, string Holds) _shown;

    [Parameter, EditorRequired] public RunView Run { get; set; } = null!;

    /// <summary>What it watches.</summary>
    [Parameter, EditorRequired] public InstrumentLabel Instrument { get; set; } = null!;

    [Parameter, EditorRequired] public string Account { get; set; } = "";

    [Parameter, EditorRequired] public string Holds { get; set; } = "";

    [Parameter, EditorRequired] public AccountHand Hand { get; set; } = null!;

    [Parameter] public DateOnly Today { get; set; }

    [Parameter] public EventCallback OnMoved { get; set; }

    // What is shown is noted by the markup itself: a render that waits in the queue takes newer parameters than were asked about here.
    protected override bool ShouldRender() =>
        !ReferenceEquals(_shown.Run, Run) || (_shown.IsBusy, _shown.Holds) != (Hand.IsUnderWay, Holds);
}
