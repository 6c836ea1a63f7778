using TradingDesk.Engine.Hosting.People;
using TradingDesk.Engine.People;
using TradingDesk.Web.SignIn;

namespace TradingDesk.Web.Pages.People;

/// <summary>What is one's own: where one is signed in, the password, the authenticator.</summary>
public sealed partial class YouPage(PeopleDesk people, Seat seat)
{
    private readonly PeopleHand _hand = new(people, seat);

    protected override IReadOnlyList<Person>? ReadSlice() => people.Persons.All;

    private Person? Own => seat.Sitter?.Person;
}
