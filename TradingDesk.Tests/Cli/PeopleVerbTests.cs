using Microsoft.Extensions.Logging.Abstractions;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Engine.Hosting.People;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.People;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Cli;

/// <summary>The way back in from the desk's own machine.</summary>
public sealed class PeopleVerbTests : IDisposable
{
    private const string Name = "owner";
    private const string Password = "plum kettle orbit 9";

    private static readonly Caller _home = new("10.0.0.1", "a test");

    private readonly TempFolder _folder = new();
    private readonly FakeTime _time = new() { Now = new DateTimeOffset(2026, 1, 5, 4, 0, 0, TimeSpan.Zero) };
    private readonly PeopleDesk _people;
    private readonly OperatorSocket _socket;

    public PeopleVerbTests()
    {
        _people = new PeopleDesk(TestPerson.SettingsOf(_folder.Path), _time, rounds: 1_000);
        var people = new OperatorPeople(_people, "http://127.0.0.1:5080;http://[::1]:5080", _time);
        _socket = new OperatorSocket(_folder.Path,
            new OperatorDesk(new FakeDeskView(), OpenGate.To(_ => true), new InstrumentTable([]), people), NullLogger.Instance);
        _socket.Start();
    }

    [Theory]
    [InlineData("")]
    [InlineData("list")]
    public void With_nobody_there_the_setup_link_is_shown_and_it_works(string words)
    {
        var run = Run(words);

        var link = run.Out.Split('\n').Single(line => line.Contains("/setup?link=", StringComparison.Ordinal)).Trim();
        Assert.StartsWith("http://127.0.0.1:5080/setup?link=", link, StringComparison.Ordinal);
        Assert.True(_people.Persons.SetUp(link.Split('=')[1], Name, Password, _home).IsDone);
        Assert.DoesNotContain("link", Run(words).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_says_who_is_locked_and_nothing_secret()
    {
        SetUp();
        for (var i = 0; i < 3; i++) SignIn("a wrong password");

        var lines = Run("list").Out.Split('\n');

        Assert.StartsWith("name   roles", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("owner  trader, risk, admin  every", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("locked until 2026-01-05 09:45 IST", lines[1].TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_locked_is_let_try_again()
    {
        SetUp();
        for (var i = 0; i < 3; i++) SignIn("a wrong password");
        Assert.Equal("locked", SignIn(Password).Code);

        Assert.Equal("owner may try again.", Run("unlock owner").Out.Trim());

        Assert.True(SignIn(Password).IsDone);
    }

    [Fact]
    public void A_lost_password_is_chosen_anew_by_a_link()
    {
        SetUp();

        var link = Run("password owner").Out.Trim();

        Assert.StartsWith("http://127.0.0.1:5080/invitation?link=", link, StringComparison.Ordinal);
        Assert.True(_people.Persons.Accept(link.Split('=')[1], "walnut ferry 61 lamp", _home).IsDone);
        Assert.Equal(["password-chosen", "invited", "first-person"], _people.Audit.Read(long.MaxValue, 10).Select(line => line.What));
        Assert.Equal("console", _people.Audit.Read(3, 1)[0].By);
    }

    [Fact]
    public void A_lost_authenticator_is_dropped_and_its_person_signed_out()
    {
        var cookie = SetUp();

        Assert.StartsWith("owner signs in by password alone", Run("second-factor owner").Out, StringComparison.Ordinal);

        Assert.Null(_people.Sessions.Find(cookie));
    }

    [Theory]
    [InlineData("unlock", "people: unlock needs the person's name.")]
    [InlineData("unlok owner", "people: 'unlok' cannot be done; near: unlock; write list, unlock, password, second-factor.")]
    [InlineData("list owner", "people: list names everybody; 'owner' is too much.")]
    public void Words_that_cannot_be_are_refused(string words, string sentence)
    {
        var run = Run(words);

        Assert.Equal((2, sentence), (run.ExitCode, run.Error.Trim()));
    }

    [Fact]
    public void A_name_nobody_has_is_told_so()
    {
        var run = Run("password nobody-here");

        Assert.Equal((1, "Refused (unknown): Nobody is called nobody-here."), (run.ExitCode, run.Error.Trim()));
    }

    public void Dispose()
    {
        _socket.Stop();
        _socket.Dispose();
        _people.Dispose();
        _folder.Dispose();
    }

    private string SetUp() => _people.Persons.SetUp(_people.Persons.SetupToken, Name, Password, _home).Cookie;

    private SignInAnswer SignIn(string password) =>
        _people.SignIn.BeginAsync(Name, password, _home, CancellationToken.None).GetAwaiter().GetResult();

    private CliRun Run(string words) =>
        CliRun.Of(["people", .. words.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--data", _folder.Path]);
}
