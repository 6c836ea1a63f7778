using TradingDesk.Engine.People;

namespace TradingDesk.Tests.Engine.Hosting.People;

/// <summary>The authenticator of somebody who is signed in: what a browser left open cannot do.</summary>
public sealed class SecondFactorTests : IDisposable
{
    private readonly PeopleUnderTest _people = new();

    [Fact]
    public void It_is_begun_with_the_password_and_counts_from_its_first_code_on()
    {
        Assert.Equal("wrong", Begin(PeopleUnderTest.Other).Answer.Code);
        Assert.Equal("not-begun", _people.Desk.SecondFactor.Confirm(_people.Owner, "123456", PeopleUnderTest.Home).Answer.Code);

        Assert.True(Begin(PeopleUnderTest.Password).Answer.IsDone);
        Assert.Equal("wrong", _people.Desk.SecondFactor.Confirm(_people.Owner, "12345", PeopleUnderTest.Home).Answer.Code);
        Assert.False(_people.PersonOf(PeopleUnderTest.Name).HasSecondFactor);

        var (_, recovery) = _people.GiveSecondFactor(_people.Owner);
        Assert.True(_people.PersonOf(PeopleUnderTest.Name).HasSecondFactor);
        Assert.Equal(10, recovery.Distinct().Count());
    }

    [Fact]
    public void Browsers_that_came_in_by_the_password_alone_are_signed_out_by_it()
    {
        var there = _people.SeatOf(_people.SignIn(from: PeopleUnderTest.Away));

        _people.GiveSecondFactor(_people.Owner);

        Assert.Null(_people.Desk.Sessions.Find(there.Session));
        Assert.NotNull(_people.Desk.Sessions.Find(_people.Owner.Session));
    }

    [Fact]
    public void One_in_use_is_not_replaced_by_another()
    {
        var begun = Begin(PeopleUnderTest.Password);
        _people.GiveSecondFactor(_people.Owner);

        Assert.True(begun.Answer.IsDone);
        Assert.Equal("second-factor-set", Begin(PeopleUnderTest.Password).Answer.Code);
        Assert.Equal("second-factor-set", _people.Desk.SecondFactor.Confirm(_people.Owner, "123456", PeopleUnderTest.Home).Answer.Code);
    }

    [Fact]
    public void It_is_ended_by_its_own_code_and_guessing_locks()
    {
        var (secret, _) = _people.GiveSecondFactor(_people.Owner);
        _people.Pass(TimeSpan.FromMinutes(2));

        for (var i = 0; i < 3; i++) Assert.Equal("wrong", Remove("000 000 0"));
        Assert.Equal("locked", Remove(_people.CodeAt(secret)));

        _people.Pass(TimeSpan.FromMinutes(15));
        Assert.Equal("", Remove(_people.CodeAt(secret)));
        Assert.False(_people.PersonOf(PeopleUnderTest.Name).HasSecondFactor);
    }

    [Fact]
    public void A_session_that_is_over_begins_confirms_and_ends_nothing()
    {
        Begin(PeopleUnderTest.Password);

        _people.Pass(TimeSpan.FromMinutes(31));

        Assert.Equal("signed-out", Begin(PeopleUnderTest.Password).Answer.Code);
        Assert.Equal("signed-out", _people.Desk.SecondFactor.Confirm(_people.Owner, "123456", PeopleUnderTest.Home).Answer.Code);
        Assert.Equal("signed-out", Remove("123456"));
    }

    [Fact]
    public void The_console_ends_it_with_every_session()
    {
        _people.GiveSecondFactor(_people.Owner);

        Assert.True(_people.Desk.Persons.ResetSecondFactor(PeopleUnderTest.Name).IsDone);

        Assert.Null(_people.Desk.Sessions.Find(_people.Owner.Session));
        Assert.True(_people.SignIn().IsDone);
    }

    [Fact]
    public void What_an_app_reads_names_the_desk_and_the_person()
    {
        var offer = Begin(PeopleUnderTest.Password);

        Assert.Equal(32, offer.Secret.Length);
        Assert.Equal(
            $"otpauth://totp/TradingDesk:owner?secret={offer.Secret}&issuer=TradingDesk&algorithm=SHA1&digits=6&period=30", offer.Address);
    }

    public void Dispose() => _people.Dispose();

    private TradingDesk.Engine.Hosting.People.SecondFactorOffer Begin(string password) =>
        _people.Desk.SecondFactor.BeginAsync(_people.Owner, password, PeopleUnderTest.Home, CancellationToken.None)
            .GetAwaiter().GetResult();

    private string Remove(string code) => _people.Desk.SecondFactor.Remove(_people.Owner, code, PeopleUnderTest.Home).Code;
}
