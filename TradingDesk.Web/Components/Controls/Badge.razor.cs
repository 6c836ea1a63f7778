using Microsoft.AspNetCore.Components;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Components.Controls;

/// <summary>A word in a frame that says what world or state something is in.</summary>
public sealed partial class Badge : ComponentBase
{
    [Parameter] public RenderFragment? ChildContent { get; set; }

    [Parameter] public Tone Tone { get; set; }

    [Parameter] public bool Filled { get; set; }

    [Parameter] public string? Title { get; set; }
}
