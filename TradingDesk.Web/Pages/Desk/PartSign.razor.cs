using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>One store's health as a light, a word, and its sentence when something is wrong.</summary>
public sealed partial class PartSign : ComponentBase
{
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter, EditorRequired] public PartState State { get; set; } = PartState.Starting;

    private Tone Tone => State.Health switch
    {
        PartHealth.Well => Tone.Up,
        PartHealth.Struggling => Tone.Warn,
        PartHealth.Failed => Tone.Bad,
        _ => Tone.Neutral,
    };

    private string Word => State.Health switch
    {
        PartHealth.Well => "well",
        PartHealth.Struggling => "struggling",
        PartHealth.Failed => "failed",
        _ => "starting",
    };
}
