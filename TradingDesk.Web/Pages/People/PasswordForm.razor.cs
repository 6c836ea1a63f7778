using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Pages.People;

/// <summary>One's own password, changed by who knows the one in force.</summary>
public sealed partial class PasswordForm(NavigationManager navigation) : ComponentBase
{
    private string _old = "";
    private string _wanted = "";

    [Parameter, EditorRequired] public PeopleHand Hand { get; set; } = null!;

    private async Task ChangeAsync()
    {
        var (old, wanted) = (_old, _wanted);
        _old = "";
        var isDone = await Hand.DoAsync("Your password is changed.",
            (by, from) => Hand.People.Persons.ChangePasswordAsync(by, old, wanted, from, CancellationToken.None));
        if (isDone) navigation.NavigateTo("/sign-in", forceLoad: true);
    }
}
