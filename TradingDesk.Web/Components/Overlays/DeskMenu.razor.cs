using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Components.Overlays;

/// <summary>A button with a native popover of actions beside it; arrow keys and first letters move, Esc gives the focus back.</summary>
public sealed partial class DeskMenu : ComponentBase
{
    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter] public string Text { get; set; } = "";

    /// <summary>What it is for those who hear it, where the text alone would be one of many.</summary>
    [Parameter] public string? Label { get; set; }

    /// <summary>What the button shows instead of its text.</summary>
    [Parameter] public RenderFragment? Face { get; set; }

    [Parameter, EditorRequired] public IReadOnlyList<MenuEntry> Entries { get; set; } = [];

    [Parameter] public EventCallback<MenuEntry> OnChosen { get; set; }

    [Parameter] public string Class { get; set; } = "";

    [Parameter] public bool Disabled { get; set; }
}
