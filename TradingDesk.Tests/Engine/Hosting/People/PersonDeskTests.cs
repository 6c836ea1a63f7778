using TradingDesk.Engine.People;

namespace TradingDesk.Tests.Engine.Hosting.People;

/// <summary>How people come, change and go.</summary>
public sealed class PersonDeskTests : IDisposable
{
    private readonly PeopleUnderTest _people = new();

    [Fact]
    public void The_setup_link_makes_one_person_and_never_a_second()
    {
        using var fresh = new TradingDesk.Tests.Support.TempFolder();
        using var desk = new TradingDesk.Engine.Hosting.People.PeopleDesk(
            TradingDesk.Tests.Support.TestPerson.SettingsOf(fresh.Path), _people.Time, PeopleUnderTest.Rounds);
        var token = desk.Persons.SetupToken;

        Assert.Equal("link-over", desk.Persons.SetUp("", "ann", PeopleUnderTest.Password, PeopleUnderTest.Home).Code);
        Assert.Equal("link-over", desk.Persons.SetUp(token + "x", "ann", PeopleUnderTest.Password, PeopleUnderTest.Home).Code);
        Assert.True(desk.Persons.SetUp(token, "ann", PeopleUnderTest.Password, PeopleUnderTest.Home).IsDone);
        Assert.Equal("link-over", desk.Persons.SetUp(token, "eve", PeopleUnderTest.Password, PeopleUnderTest.Home).Code);

        Assert.Equal((false, ""), (desk.Persons.HasNobody, desk.Persons.SetupToken));
        Assert.Equal(Roles.Admin | Roles.Risk | Roles.Trader, Assert.Single(desk.Persons.All).Roles);
    }

    [Theory]
    [InlineData("console")]
    [InlineData("desk")]
    [InlineData("o")]
    [InlineData("9lives")]
    [InlineData("a b")]
    [InlineData("ünal")]
    public void Names_that_journal_and_audit_would_read_wrong_are_refused(string name)
    {
        _people.GiveSecondFactor(_people.Owner);

        Assert.Equal("name-not-allowed", _people.Desk.Persons.Add(_people.Owner, name, Roles.Viewer, [], PeopleUnderTest.Home).Code);
    }

    [Fact]
    public void An_invitation_is_good_for_one_use_and_one_day()
    {
        _people.GiveSecondFactor(_people.Owner);
        var (ann, bob) = (Invite("ann"), Invite("bob"));

        Assert.True(_people.Desk.Persons.Accept(ann, PeopleUnderTest.Other, PeopleUnderTest.Home).IsDone);
        Assert.Equal("link-over", _people.Desk.Persons.Accept(ann, "granite 8 sparrow lane", PeopleUnderTest.Home).Code);

        _people.Pass(TimeSpan.FromHours(24));
        Assert.Equal("link-over", _people.Desk.Persons.Accept(bob, PeopleUnderTest.Other, PeopleUnderTest.Home).Code);
        Assert.Null(_people.Desk.Persons.Invited(bob));
        Assert.Null(_people.Desk.Persons.Invited(""));
    }

    [Fact]
    public void Nobody_is_added_before_the_administrator_has_an_authenticator()
    {
        var refused = _people.Desk.Persons.Add(_people.Owner, "ann", Roles.Viewer, [], PeopleUnderTest.Home);

        Assert.Equal("second-factor-wanted", refused.Code);
        Assert.Single(_people.Desk.Persons.All);
    }

    [Fact]
    public void Who_does_not_administer_adds_changes_and_invites_nobody()
    {
        var ann = _people.Join("ann", Roles.Trader | Roles.Risk, "*");
        _people.GiveSecondFactor(ann, PeopleUnderTest.Other);

        string[] codes =
        [
            _people.Desk.Persons.Add(ann, "eve", Roles.Admin, [], PeopleUnderTest.Home).Code,
            _people.Desk.Persons.Change(ann, ann.Person.Id, Roles.Admin, [], isActive: true, PeopleUnderTest.Home).Code,
            _people.Desk.Persons.Invite(ann, _people.Owner.Person.Id, PeopleUnderTest.Home).Code,
            _people.Desk.Persons.EndSessions(ann, _people.Owner.Person.Id, PeopleUnderTest.Home).Code,
        ];

        Assert.All(codes, code => Assert.Equal("role-missing", code));
    }

    [Fact]
    public void An_administrator_whose_session_is_over_does_nothing_more_by_an_open_page()
    {
        _people.GiveSecondFactor(_people.Owner);
        _people.Desk.Sessions.End(_people.Owner, _people.Owner.Session, PeopleUnderTest.Home);

        Assert.Equal("signed-out", _people.Desk.Persons.Add(_people.Owner, "eve", Roles.Admin, [], PeopleUnderTest.Home).Code);
    }

    [Fact]
    public void The_last_who_can_administer_stays_also_beside_one_who_was_only_invited()
    {
        _people.GiveSecondFactor(_people.Owner);
        Assert.True(_people.Desk.Persons.Add(_people.Owner, "ann", Roles.Admin, [], PeopleUnderTest.Home).IsDone);
        string Change(Roles roles, bool isActive) => _people.Desk.Persons.Change(
            _people.Owner, _people.Owner.Person.Id, roles, ["*"], isActive, PeopleUnderTest.Home).Code;

        Assert.Equal("last-admin", Change(Roles.Trader, isActive: true));
        Assert.Equal("last-admin", Change(Roles.Admin, isActive: false));
    }

    [Fact]
    public void A_link_to_who_was_let_go_is_not_good_after_they_came_back()
    {
        _people.GiveSecondFactor(_people.Owner);
        var link = Invite("ann");
        var id = _people.PersonOf("ann").Id;

        foreach (var isActive in new[] { false, true })
            _people.Desk.Persons.Change(_people.Owner, id, Roles.Viewer, [], isActive, PeopleUnderTest.Home);

        Assert.Equal("link-over", _people.Desk.Persons.Accept(link, PeopleUnderTest.Other, PeopleUnderTest.Home).Code);
    }

    [Fact]
    public void A_forgotten_password_is_chosen_anew_and_the_authenticator_still_asked_for()
    {
        _people.GiveSecondFactor(_people.Owner);
        var link = _people.Desk.Persons.ResetPassword(PeopleUnderTest.Name).Sentence;

        var answer = _people.Desk.Persons.Accept(link, PeopleUnderTest.Other, PeopleUnderTest.Home);

        Assert.Equal(("code-wanted", ""), (answer.Code, answer.Cookie));
        Assert.Null(_people.Desk.Sessions.Find(_people.Owner.Session));
        Assert.Equal("code-wanted", _people.SignIn(password: PeopleUnderTest.Other).Code);
    }

    [Fact]
    public void Guessing_ones_own_password_from_an_open_browser_locks()
    {
        PeopleAnswer Change(string old) => _people.Desk.Persons.ChangePasswordAsync(
            _people.Owner, old, "granite 8 sparrow lane", PeopleUnderTest.Home, CancellationToken.None).GetAwaiter().GetResult();

        for (var i = 0; i < 3; i++) Assert.Equal("wrong", Change(PeopleUnderTest.Other).Code);

        Assert.Equal("locked", Change(PeopleUnderTest.Password).Code);
        Assert.Equal("locked", _people.SignIn().Code);
    }

    [Fact]
    public void A_store_that_takes_nothing_lets_nobody_in_and_says_why()
    {
        using (var link = TradingDesk.Engine.Storage.Sqlite.SqliteLink.Open(_people.Database, readOnly: false, 0))
            link.Execute("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no room is left'); END");

        var answer = _people.SignIn();

        Assert.Equal(("store", ""), (answer.Code, answer.Cookie));
        Assert.Contains("no room is left", answer.Sentence, StringComparison.Ordinal);
    }

    public void Dispose() => _people.Dispose();

    private string Invite(string name) => _people.Desk.Persons.Add(_people.Owner, name, Roles.Viewer, [], PeopleUnderTest.Home).Sentence;
}
