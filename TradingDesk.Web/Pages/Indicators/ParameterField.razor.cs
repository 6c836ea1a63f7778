using Microsoft.AspNetCore.Components;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Indicators;

/// <summary>One number of an indicator's form: its name, its help, what is allowed, and what is wrong with what was typed.</summary>
public sealed partial class ParameterField : ComponentBase
{
    private ElementReference _input;

    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter, EditorRequired] public ParameterEntry Entry { get; set; } = null!;

    /// <summary>The entry's problem is shown from the first letter typed on, or once the form was sent.</summary>
    [Parameter] public bool IsJudged { get; set; }

    [Parameter] public bool TakesFocus { get; set; }

    [Parameter] public EventCallback<string> TextChanged { get; set; }

    private string? Problem => IsJudged ? Entry.Problem : null;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && TakesFocus) await _input.TryFocusAsync();
    }
}
