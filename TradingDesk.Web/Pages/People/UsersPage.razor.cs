using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Hosting.People;
using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Tables;
using TradingDesk.Web.SignIn;

namespace TradingDesk.Web.Pages.People;

/// <summary>Who may sit at the desk, for those who administer it: invited, changed, let go.</summary>
public sealed partial class UsersPage(PeopleDesk people, Seat seat, TimeProvider time, NavigationManager navigation)
{
    private readonly PeopleHand _hand = new(people, seat);
    private Person? _changed;
    private string _link = "";
    private string _linkFor = "";
    private TableColumn<Person>[] _columns = [];

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _columns = MakeColumns();
    }

    protected override IReadOnlyList<Person>? ReadSlice() => people.Persons.All;

    private Instant Now => Instant.From(time.GetUtcNow());

    private int Active => (Slice ?? []).Count(person => person.IsActive);

    private bool MustSetUp => seat.Sitter?.Person.HasSecondFactor == false;

    private IReadOnlyList<string> Accounts => [.. Desk.Current.Accounts.Select(account => account.Name)];

    private static Dictionary<string, object> MarksOf(Person person) => new() { ["data-person"] = person.Name };

    private int SessionsOf(Person person) => people.Sessions.Of(person.Id).Count;

    /// <summary>An invitation that was refused has no token, and takes the link before it away.</summary>
    private void Show((string Name, string Token) invitation) => (_linkFor, _link) = (invitation.Name,
        invitation.Token.Length > 0 ? navigation.ToAbsoluteUri($"invitation?link={invitation.Token}").ToString() : "");
}
