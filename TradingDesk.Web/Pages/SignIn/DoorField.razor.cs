using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Pages.SignIn;

/// <summary>A labelled field of a form that is sent as a whole.</summary>
public sealed partial class DoorField : ComponentBase
{
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public string Type { get; set; } = "text";

    /// <summary>What was typed before; never a password's.</summary>
    [Parameter] public string? Value { get; set; }

    [Parameter] public string Autocomplete { get; set; } = "off";

    [Parameter] public string? InputMode { get; set; }

    [Parameter] public string? Hint { get; set; }

    [Parameter] public bool Autofocus { get; set; }
}
