using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.People;

namespace TradingDesk.Web.Pages.People;

/// <summary>A new person's name and what they are trusted with; answered by a link that is shown once.</summary>
public sealed partial class AddPersonForm : ComponentBase
{
    private GrantDraft _draft = new() { Roles = Roles.Viewer };
    private string _name = "";

    [Parameter, EditorRequired] public PeopleHand Hand { get; set; } = null!;

    [Parameter] public IReadOnlyList<string> Accounts { get; set; } = [];

    [Parameter] public EventCallback<(string Name, string Token)> OnLink { get; set; }

    protected override void OnInitialized() => _draft.Accounts = string.Join(' ', Accounts.Take(1));

    private async Task AddAsync()
    {
        var (name, token) = (_name.Trim().ToLowerInvariant(), "");
        var isDone = await Hand.DoAsync($"{name} is invited.", (by, from) =>
        {
            var answer = Hand.People.Persons.Add(by, name, _draft.Roles, _draft.Names, from);
            token = answer.Sentence;
            return answer;
        });
        await OnLink.InvokeAsync(isDone ? (name, token) : ("", ""));
        if (isDone) (_name, _draft) = ("", new GrantDraft { Roles = Roles.Viewer, Accounts = _draft.Accounts });
    }
}
