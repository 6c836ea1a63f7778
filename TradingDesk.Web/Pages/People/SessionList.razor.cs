using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.People;

namespace TradingDesk.Web.Pages.People;

/// <summary>Where one is signed in, each to be ended but this.</summary>
public sealed partial class SessionList : ComponentBase
{
    [Parameter, EditorRequired] public PeopleHand Hand { get; set; } = null!;

    private IReadOnlyList<SessionView> Sessions => Hand.Sitter is { } own ? Hand.People.Sessions.Of(own.Person.Id) : [];

    private async Task EndAsync(SessionView session) =>
        await Hand.DoAsync("That browser is signed out.", (by, from) => Hand.People.Sessions.End(by, session.Number, from));
}
