using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation.Runs;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>Where a run stands and why, in the engine's words, with a bar while it warms.</summary>
public sealed partial class RunStanding : ComponentBase
{
    [Parameter, EditorRequired] public RunView Run { get; set; } = null!;
}
