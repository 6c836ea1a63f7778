using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Pages.People;

/// <summary>What somebody is trusted with: roles, and accounts by name.</summary>
public sealed partial class GrantFields : ComponentBase
{
    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter, EditorRequired] public GrantDraft Draft { get; set; } = null!;
}
