using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation.Runs;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>One run on the desk's page: where it stands, what it earned, what it said last; it renders only when that changed.</summary>
public sealed partial class AccountRunRow : ComponentBase
{
    private (RunView? Run, string Holds) _shown;

    [Parameter, EditorRequired] public RunView Run { get; set; } = null!;

    [Parameter, EditorRequired] public string Holds { get; set; } = "";

    [Parameter] public DateOnly Today { get; set; }

    // What is shown is noted by the markup itself: a render that waits in the queue takes newer parameters than were asked about here.
    protected override bool ShouldRender() => !ReferenceEquals(_shown.Run, Run) || _shown.Holds != Holds;
}
