using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Components.Overlays;

/// <summary>
/// A native dialog: what is behind it is inert, Esc closes it, and the focus returns to where it was. A button with `data-opens` and its id
/// opens it without the desk. As a sheet it comes up from the bottom of a phone.
/// </summary>
public sealed partial class DeskDialog(IJSRuntime js) : ComponentBase
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    private ElementReference _dialog;

    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>Badges beside the title, such as the mode.</summary>
    [Parameter] public RenderFragment? Marks { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>Buttons at the foot; one with `data-closes` closes the dialog without the desk.</summary>
    [Parameter] public RenderFragment? Actions { get; set; }

    [Parameter] public bool IsSheet { get; set; }

    [Parameter] public string Class { get; set; } = "";

    /// <summary>It was closed, by whom ever.</summary>
    [Parameter] public EventCallback OnClosed { get; set; }

    public Task OpenAsync() => js.TryInvokeAsync("deskOverlays.show", _patience, _dialog);

    public Task CloseAsync() => js.TryInvokeAsync("deskOverlays.hide", _patience, _dialog);

    private Task CloseHeardAsync() => OnClosed.InvokeAsync();
}
