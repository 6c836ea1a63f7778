using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Components.Controls;

/// <summary>A native button in the desk's clothes.</summary>
public sealed partial class DeskButton : ComponentBase
{
    private ElementReference _button;

    [Parameter] public RenderFragment? ChildContent { get; set; }

    [Parameter] public EventCallback<MouseEventArgs> OnClick { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public bool Submits { get; set; }

    [Parameter] public string Class { get; set; } = "";

    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? More { get; set; }

    public Task TakeFocusAsync() => _button.TryFocusAsync();
}
