using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation.Accounts;

namespace TradingDesk.Web.Pages.Accounts;

/// <summary>Which account a form is about.</summary>
public sealed partial class AccountChoice : ComponentBase
{
    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter, EditorRequired] public IReadOnlyList<AccountView> Accounts { get; set; } = [];

    [Parameter] public string Value { get; set; } = "";

    [Parameter] public EventCallback<string> ValueChanged { get; set; }
}
