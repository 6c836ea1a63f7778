using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.People;

namespace TradingDesk.Web.Pages.SignIn;

/// <summary>The first start: who has the console's link makes the first person. Nobody has a password they did not choose.</summary>
public sealed partial class SetUpPage : DoorPage
{
    [SupplyParameterFromQuery(Name = "link")] private string? Link { get; set; }

    [SupplyParameterFromForm(FormName = "setup")] private string? Person { get; set; }

    [SupplyParameterFromForm(FormName = "setup")] private string? Password { get; set; }

    private bool IsLinked => Link is { Length: > 0 };

    protected override void OnInitialized()
    {
        if (!People.Persons.HasNobody) Go("/sign-in");
    }

    private void SetUp() => Enter(People.Persons.SetUp(Link ?? "", (Person ?? "").Trim().ToLowerInvariant(), Password ?? "", Caller));
}
