using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Components.Frames;

/// <summary>Tabs over one panel, whose content the page draws for the chosen tab; the arrow keys choose.</summary>
public sealed partial class Tabs : ComponentBase
{
    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter, EditorRequired] public IReadOnlyList<DeskTab> Items { get; set; } = [];

    [Parameter, EditorRequired] public string Chosen { get; set; } = "";

    [Parameter] public EventCallback<string> ChosenChanged { get; set; }

    /// <summary>What stands at the end of the row of tabs, such as an action for all.</summary>
    [Parameter] public RenderFragment? Extra { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }

    private Task ChooseAsync(DeskTab tab) => tab.Id == Chosen ? Task.CompletedTask : ChosenChanged.InvokeAsync(tab.Id);
}
