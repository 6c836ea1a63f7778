using Microsoft.AspNetCore.Components;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Ticket;

/// <summary>One typed amount of a ticket: its hint, and what is wrong with it; the arrow keys step it in the browser.</summary>
public sealed partial class TicketField : ComponentBase
{
    private ElementReference _input;

    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public string Value { get; set; } = "";

    [Parameter] public EventCallback<string> OnTyped { get; set; }

    [Parameter] public string Hint { get; set; } = "";

    [Parameter] public string? Problem { get; set; }

    [Parameter] public string Placeholder { get; set; } = "";

    /// <summary>What an arrow key adds or takes, as plain text; null where arrows do nothing.</summary>
    [Parameter] public string? Step { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public bool ReadOnly { get; set; }

    [Parameter] public string Class { get; set; } = "";

    public Task TakeFocusAsync() => _input.TryFocusAsync();
}
