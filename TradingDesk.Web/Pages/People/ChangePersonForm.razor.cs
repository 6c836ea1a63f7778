using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.People;

namespace TradingDesk.Web.Pages.People;

/// <summary>What somebody is trusted with, changed; a new link, signed out, let go.</summary>
public sealed partial class ChangePersonForm : ComponentBase
{
    private GrantDraft _draft = new();

    [Parameter, EditorRequired] public PeopleHand Hand { get; set; } = null!;

    [Parameter, EditorRequired] public Person Person { get; set; } = null!;

    [Parameter] public EventCallback OnClosed { get; set; }

    [Parameter] public EventCallback<(string Name, string Token)> OnLink { get; set; }

    protected override void OnInitialized() =>
        _draft = new GrantDraft { Roles = Person.Roles, Accounts = string.Join(' ', Person.Accounts) };

    private Task SaveAsync() => ChangeAsync(isActive: true, $"{Person.Name} is changed.");

    private Task LetGoAsync() => ChangeAsync(isActive: false, $"{Person.Name} is let go.");

    private async Task ChangeAsync(bool isActive, string done)
    {
        var isDone = await Hand.DoAsync(done,
            (by, from) => Hand.People.Persons.Change(by, Person.Id, _draft.Roles, _draft.Names, isActive, from));
        if (isDone) await OnClosed.InvokeAsync();
    }

    private async Task InviteAsync()
    {
        var token = "";
        var isDone = await Hand.DoAsync($"{Person.Name} may choose a new password.", (by, from) =>
        {
            var answer = Hand.People.Persons.Invite(by, Person.Id, from);
            token = answer.Sentence;
            return answer;
        });
        await OnLink.InvokeAsync(isDone ? (Person.Name, token) : ("", ""));
    }

    private async Task SignOutAsync()
    {
        await Hand.DoAsync($"{Person.Name} is signed out.", (by, from) => Hand.People.Persons.EndSessions(by, Person.Id, from));
        await OnClosed.InvokeAsync();
    }
}
