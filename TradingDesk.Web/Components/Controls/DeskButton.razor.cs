using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace TradingDesk.Web.Components.Controls;

/// <summary>A native button in the desk's clothes.</summary>
public sealed partial class DeskButton : ComponentBase
{
    [Parameter] public RenderFragment? ChildContent { get; set; }

    [Parameter] public EventCallback<MouseEventArgs> OnClick { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public bool Submits { get; set; }

    [Parameter] public string Class { get; set; } = "";

    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? More { get; set; }
}
