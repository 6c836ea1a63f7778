using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation.Runs;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>A shadow's result beside its leader's: from what the two differ, line by line, to the net.</summary>
public sealed partial class RunPair : ComponentBase
{
    [Parameter, EditorRequired] public RunView Leader { get; set; } = null!;

    [Parameter, EditorRequired] public RunView Shadow { get; set; } = null!;

    private PairDifference Difference => PairDifference.Of(Leader, Shadow);
}
