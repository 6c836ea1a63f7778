using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Components.Controls;

/// <summary>A framed part of the page with a head and a body.</summary>
public sealed partial class Panel : ComponentBase
{
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>For what moves or folds it.</summary>
    [Parameter] public string? Id { get; set; }

    [Parameter] public string Class { get; set; } = "";

    [Parameter] public RenderFragment? Header { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }
}
