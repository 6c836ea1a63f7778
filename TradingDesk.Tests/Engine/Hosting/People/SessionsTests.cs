using TradingDesk.Engine.People;

namespace TradingDesk.Tests.Engine.Hosting.People;

/// <summary>How long somebody is who they said they were.</summary>
public sealed class SessionsTests : IDisposable
{
    private readonly PeopleUnderTest _people = new();

    [Fact]
    public void Without_a_persons_own_doing_it_is_over_after_half_an_hour_however_often_it_is_looked_at()
    {
        var cookie = _people.SignIn().Cookie;

        for (var minute = 0; minute < 29; minute++)
        {
            _people.Pass(TimeSpan.FromMinutes(1));
            Assert.NotNull(_people.Desk.Sessions.Find(cookie));
        }

        _people.Pass(TimeSpan.FromMinutes(1));
        Assert.Null(_people.Desk.Sessions.Find(cookie));
    }

    [Fact]
    public void Somebody_who_works_stays_and_no_longer_than_twelve_hours()
    {
        var seat = _people.SeatOf(_people.SignIn());

        for (var minutes = 0; minutes < (12 * 60) - 20; minutes += 20)
        {
            _people.Pass(TimeSpan.FromMinutes(20));
            _people.Desk.Sessions.Touch(seat.Session);
        }

        Assert.NotNull(_people.Desk.Sessions.Find(seat.Session));
        _people.Pass(TimeSpan.FromMinutes(20));
        _people.Desk.Sessions.Touch(seat.Session);
        Assert.Null(_people.Desk.Sessions.Find(seat.Session));
    }

    [Fact]
    public void Nobody_comes_back_to_one_that_is_over_by_being_busy_then()
    {
        var seat = _people.SeatOf(_people.SignIn());
        _people.Pass(TimeSpan.FromMinutes(31));

        _people.Desk.Sessions.Touch(seat.Session);

        Assert.Null(_people.Desk.Sessions.Find(seat.Session));
    }

    [Fact]
    public void A_restart_keeps_it_and_a_cookie_of_another_secret_is_nobodys()
    {
        var cookie = _people.SignIn().Cookie;

        _people.Restart();

        Assert.NotNull(_people.Desk.Sessions.Find(cookie));
        var number = cookie.Split('.')[0];
        var another = _people.SignIn().Cookie.Split('.')[1];
        string[] forged = [$"{number}.x", $"{number}.", number, "", ".", $"{number}.{another}", $"-1.{cookie}"];
        Assert.All(forged, text => Assert.Null(_people.Desk.Sessions.Find(text)));
    }

    [Fact]
    public void Changed_roles_and_a_changed_password_end_all_of_them()
    {
        var ann = _people.Join("ann", Roles.Viewer, "PAPER-1");

        _people.Desk.Persons.Change(_people.Owner, ann.Person.Id, Roles.Trader, ["PAPER-1"], isActive: true, PeopleUnderTest.Home);
        Assert.Null(_people.Desk.Sessions.Find(ann.Session));

        ann = _people.SeatOf(_people.SignIn("ann", PeopleUnderTest.Other));
        var there = _people.SeatOf(_people.SignIn("ann", PeopleUnderTest.Other, PeopleUnderTest.Away));
        Assert.True(Change(ann, PeopleUnderTest.Other, "granite 8 sparrow lane").IsDone);
        Assert.Null(_people.Desk.Sessions.Find(ann.Session));
        Assert.Null(_people.Desk.Sessions.Find(there.Session));
    }

    [Fact]
    public void One_ends_ones_own_and_an_administrator_anybodys_but_nobody_else_another()
    {
        var ann = _people.Join("ann", Roles.Trader | Roles.Risk, "*");
        var there = _people.SeatOf(_people.SignIn("ann", PeopleUnderTest.Other, PeopleUnderTest.Away));

        Assert.Equal("role-missing", _people.Desk.Sessions.End(ann, _people.Owner.Session, PeopleUnderTest.Home).Code);
        Assert.True(_people.Desk.Sessions.End(ann, there.Session, PeopleUnderTest.Home).IsDone);
        Assert.Null(_people.Desk.Sessions.Find(there.Session));
        Assert.True(_people.Desk.Sessions.End(_people.Owner, ann.Session, PeopleUnderTest.Home).IsDone);
        Assert.Equal("signed-out", _people.Desk.Sessions.End(ann, _people.Owner.Session, PeopleUnderTest.Home).Code);
    }

    [Fact]
    public void The_eleventh_ends_the_one_that_was_idle_longest()
    {
        var first = _people.Owner.Session;
        var cookies = Enumerable.Range(0, 10).Select(_ =>
        {
            _people.Pass(TimeSpan.FromSeconds(20));
            return _people.SignIn().Cookie;
        }).ToArray();

        Assert.Null(_people.Desk.Sessions.Find(first));
        Assert.All(cookies, cookie => Assert.NotNull(_people.Desk.Sessions.Find(cookie)));
        Assert.Equal(10, _people.Desk.Sessions.Of(_people.Owner.Person.Id).Count);
    }

    public void Dispose() => _people.Dispose();

    private PeopleAnswer Change(Sitter by, string old, string wanted) =>
        _people.Desk.Persons.ChangePasswordAsync(by, old, wanted, PeopleUnderTest.Home, CancellationToken.None).GetAwaiter().GetResult();
}
