using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Components.Controls;

/// <summary>
/// A search field that tells every letter; with a shortcut it takes the focus on / and Ctrl+K. Its text is the browser's alone: a late
/// answer of the server would take away letters typed since.
/// </summary>
public sealed partial class SearchBox : ComponentBase
{
    private ElementReference _input;

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public string Placeholder { get; set; } = "";

    /// <summary>The field is where a person types next, as soon as it is there.</summary>
    [Parameter] public bool TakesFocus { get; set; }

    [Parameter] public string? Shortcut { get; set; }

    [Parameter] public EventCallback<string> ValueChanged { get; set; }

    [Parameter] public EventCallback<KeyboardEventArgs> OnKeyDown { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && TakesFocus) await _input.TryFocusAsync();
    }
}
