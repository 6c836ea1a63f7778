using TradingDesk.Engine.People;

namespace TradingDesk.Tests.Engine.Hosting.People;

/// <summary>The door: who is let in, who is told what, and when it does not even look.</summary>
public sealed class SignInDeskTests : IDisposable
{
    private static readonly TimeSpan _quarter = TimeSpan.FromMinutes(15);

    private readonly PeopleUnderTest _people = new();

    [Fact]
    public void A_right_password_opens_the_desk_with_a_new_cookie_each_time_however_the_name_is_typed()
    {
        var first = _people.SignIn();
        var second = _people.SignIn(" Owner ");

        Assert.Equal((true, true), (first.IsDone, second.IsDone));
        Assert.NotEqual(first.Cookie, second.Cookie);
        Assert.Equal(PeopleUnderTest.Name, _people.Desk.Sessions.Find(second.Cookie)!.Person.Name);
    }

    [Fact]
    public void After_three_wrong_passwords_the_right_one_is_refused_for_a_quarter_of_an_hour()
    {
        for (var i = 0; i < 3; i++) Assert.Equal("wrong", _people.SignIn(password: PeopleUnderTest.Other).Code);

        Assert.Equal("locked", _people.SignIn().Code);
        _people.Pass(_quarter - TimeSpan.FromSeconds(1));
        Assert.Equal("locked", _people.SignIn().Code);
        _people.Pass(TimeSpan.FromSeconds(1));
        Assert.True(_people.SignIn().IsDone);
    }

    [Fact]
    public void Each_lock_lasts_twice_as_long_as_the_one_before_and_a_restart_forgets_none()
    {
        for (var round = 1; round <= 4; round *= 2)
        {
            for (var i = 0; i < 3; i++) Assert.Equal("wrong", _people.SignIn(password: PeopleUnderTest.Other, from: From(round, i)).Code);
            _people.Restart();
            _people.Pass((_quarter * round) - TimeSpan.FromSeconds(1));
            Assert.Equal("locked", _people.SignIn(from: From(9, 9)).Code);
            _people.Pass(TimeSpan.FromSeconds(1));
        }

        Assert.True(_people.SignIn(from: From(9, 9)).IsDone);
        Assert.Equal("wrong", _people.SignIn(password: PeopleUnderTest.Other).Code);
        Assert.True(_people.SignIn().IsDone);
    }

    [Fact]
    public void A_name_nobody_has_is_answered_and_locked_as_somebodys_is()
    {
        string[] Attempts(string name) =>
        [
            .. Enumerable.Range(0, 4).Select(i => _people.SignIn(name, PeopleUnderTest.Other, From(3, i)))
                .Select(one => one.Code + one.Sentence),
        ];

        Assert.Equal(Attempts(PeopleUnderTest.Name), Attempts("nobody-at-all"));
        Assert.Equal(Attempts(PeopleUnderTest.Name), Attempts(new string('x', 5_000)).Select(_ => Attempts(PeopleUnderTest.Name)[3]));
    }

    [Fact]
    public void An_address_that_tries_many_names_is_locked_and_others_are_not()
    {
        for (var i = 0; i < 15; i++) Assert.Equal("wrong", _people.SignIn($"name-{i}", PeopleUnderTest.Other, PeopleUnderTest.Away).Code);

        Assert.Equal("locked", _people.SignIn(from: PeopleUnderTest.Away).Code);
        Assert.True(_people.SignIn(from: PeopleUnderTest.Home).IsDone);
    }

    [Fact]
    public void A_house_with_many_addresses_counts_as_one()
    {
        for (var i = 0; i < 15; i++) _people.SignIn($"name-{i}", PeopleUnderTest.Other, new Caller($"2001:db8:1:2::{i + 1:x}", ""));

        Assert.Equal("locked", _people.SignIn(from: new Caller("2001:db8:1:2:ffff::1", "")).Code);
        Assert.True(_people.SignIn(from: new Caller("2001:db8:1:3::1", "")).IsDone);
        Assert.Equal(new Caller("10.0.0.9", "").Network, new Caller("::ffff:10.0.0.9", "").Network);
    }

    [Fact]
    public async Task Attempts_at_the_same_time_count_one_after_the_other()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _people.Desk.SignIn.BeginAsync(
            PeopleUnderTest.Name, PeopleUnderTest.Other, PeopleUnderTest.Home, CancellationToken.None)));

        Assert.Equal((3, 5), (answers.Count(one => one.Code == "wrong"), answers.Count(one => one.Code == "locked")));
    }

    [Fact]
    public void With_an_authenticator_the_password_gives_no_cookie_and_its_code_does_once()
    {
        var (secret, _) = _people.GiveSecondFactor(_people.Owner);
        _people.Pass(TimeSpan.FromMinutes(2));

        var begun = _people.SignIn();
        Assert.Equal((false, "code-wanted", ""), (begun.IsDone, begun.Code, begun.Cookie));
        var code = _people.CodeAt(secret);
        Assert.True(_people.Desk.SignIn.Finish(begun.Ticket, code, PeopleUnderTest.Home).IsDone);

        Assert.Equal("ticket-over", _people.Desk.SignIn.Finish(begun.Ticket, _people.CodeAt(secret, 1), PeopleUnderTest.Home).Code);
        Assert.Equal("wrong", _people.Desk.SignIn.Finish(_people.SignIn().Ticket, code, PeopleUnderTest.Home).Code);
        Assert.True(_people.Desk.SignIn.Finish(_people.SignIn().Ticket, _people.CodeAt(secret, 1), PeopleUnderTest.Home).IsDone);
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_phone_may_be_half_a_minute_off(int steps, bool isTaken)
    {
        var (secret, _) = _people.GiveSecondFactor(_people.Owner);
        _people.Pass(TimeSpan.FromMinutes(5));

        var answer = _people.Desk.SignIn.Finish(_people.SignIn().Ticket, _people.CodeAt(secret, steps), PeopleUnderTest.Home);

        Assert.Equal(isTaken, answer.IsDone);
    }

    [Fact]
    public void A_recovery_code_opens_once_as_it_is_typed()
    {
        var code = _people.GiveSecondFactor(_people.Owner).Recovery[3];
        var typed = $"{code[..8].ToLowerInvariant()} {code[8..]}";

        Assert.True(_people.Desk.SignIn.Finish(_people.SignIn().Ticket, typed, PeopleUnderTest.Home).IsDone);
        Assert.Equal("wrong", _people.Desk.SignIn.Finish(_people.SignIn().Ticket, code, PeopleUnderTest.Home).Code);
    }

    [Fact]
    public void Wrong_codes_lock_the_person_though_the_password_is_right()
    {
        var (secret, _) = _people.GiveSecondFactor(_people.Owner);
        _people.Pass(TimeSpan.FromMinutes(2));

        for (var i = 0; i < 3; i++)
            Assert.Equal("wrong", _people.Desk.SignIn.Finish(_people.SignIn().Ticket, "no code", PeopleUnderTest.Home).Code);

        Assert.Equal("locked", _people.SignIn().Code);
        _people.Pass(_quarter);
        Assert.True(_people.Desk.SignIn.Finish(_people.SignIn().Ticket, _people.CodeAt(secret), PeopleUnderTest.Home).IsDone);
    }

    [Fact]
    public void A_ticket_is_over_after_five_minutes_and_when_the_password_changes()
    {
        var (secret, _) = _people.GiveSecondFactor(_people.Owner);
        _people.Pass(TimeSpan.FromMinutes(2));
        var (early, late) = (_people.SignIn().Ticket, _people.SignIn().Ticket);

        var link = _people.Desk.Persons.ResetPassword(PeopleUnderTest.Name).Sentence;
        _people.Desk.Persons.Accept(link, PeopleUnderTest.Other, PeopleUnderTest.Home);
        Assert.Equal("ticket-over", _people.Desk.SignIn.Finish(early, _people.CodeAt(secret), PeopleUnderTest.Home).Code);

        late = _people.SignIn(password: PeopleUnderTest.Other).Ticket;
        _people.Pass(TimeSpan.FromMinutes(5));
        Assert.Equal("ticket-over", _people.Desk.SignIn.Finish(late, _people.CodeAt(secret), PeopleUnderTest.Home).Code);
    }

    [Fact]
    public void The_console_lets_a_locked_person_and_every_address_try_again()
    {
        for (var i = 0; i < 15; i++) _people.SignIn($"name-{i}", PeopleUnderTest.Other);
        for (var i = 0; i < 3; i++) _people.SignIn(password: PeopleUnderTest.Other, from: PeopleUnderTest.Away);
        Assert.Equal("locked", _people.SignIn().Code);

        _people.Desk.SignIn.ForgetAddresses();
        Assert.True(_people.Desk.Persons.Unlock(PeopleUnderTest.Name).IsDone);

        Assert.True(_people.SignIn().IsDone);
    }

    [Fact]
    public void What_was_typed_for_a_name_nobody_has_is_written_nowhere()
    {
        _people.SignIn(PeopleUnderTest.Other, PeopleUnderTest.Password);

        var line = _people.Audit()[0];

        Assert.Equal(("nobody", "sign-in-refused", "a name nobody has"), (line.By, line.What, line.About));
        Assert.DoesNotContain(PeopleUnderTest.Other, string.Join('|', _people.Audit()), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_was_let_go_is_not_let_in()
    {
        var ann = _people.Join("ann", Roles.Viewer, "PAPER-1");

        _people.Desk.Persons.Change(_people.Owner, ann.Person.Id, Roles.Viewer, [], isActive: false, PeopleUnderTest.Home);

        Assert.Equal("wrong", _people.SignIn("ann", PeopleUnderTest.Other).Code);
    }

    public void Dispose() => _people.Dispose();

    private static Caller From(int house, int door) => new($"10.{house}.0.{door}", "");
}
