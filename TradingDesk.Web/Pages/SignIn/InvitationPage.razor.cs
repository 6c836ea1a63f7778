using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.People;

namespace TradingDesk.Web.Pages.SignIn;

/// <summary>Where an invitation leads: its person chooses a password and is in.</summary>
public sealed partial class InvitationPage : DoorPage
{
    /// <summary>Theirs is the door's second step: they have an authenticator, and a link alone is not enough.</summary>
    private bool _isSet;

    [SupplyParameterFromQuery(Name = "link")] private string? Link { get; set; }

    [SupplyParameterFromForm(FormName = "invitation")] private string? Password { get; set; }

    private Person? Invited => People.Persons.Invited(Link ?? "");

    private void Accept()
    {
        var answer = People.Persons.Accept(Link ?? "", Password ?? "", Caller);
        _isSet = answer.Code == "code-wanted";
        Enter(answer);
    }
}
