using TradingDesk.Engine.Hosting.People;
using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Hosting.People;

/// <summary>The people of a desk on real files, by a clock the test moves, with their first person signed in.</summary>
internal sealed class PeopleUnderTest : IDisposable
{
    /// <summary>Few: how slow the hash is concerns no test but its own.</summary>
    public const int Rounds = 1_000;

    public const string Name = "owner";
    public const string Password = "plum kettle orbit 9";
    public const string Other = "walnut ferry 61 lamp";

    private readonly string[] _settings;

    public PeopleUnderTest(params string[] settings)
    {
        _settings = settings;
        Desk = Open();
        Owner = SeatOf(Desk.Persons.SetUp(Desk.Persons.SetupToken, Name, Password, Home));
    }

    public static Caller Home { get; } = new("10.0.0.1", "a test");

    public static Caller Away { get; } = new("10.0.0.2", "another browser");

    public TempFolder Folder { get; } = new();

    public FakeTime Time { get; } = new() { Now = new DateTimeOffset(2026, 1, 5, 4, 0, 0, TimeSpan.Zero) };

    public PeopleDesk Desk { get; private set; }

    /// <summary>The first person at their browser.</summary>
    public Sitter Owner { get; private set; }

    public Instant Now => Instant.From(Time.GetUtcNow());

    public string Database => Folder.File("people.db");

    public void Pass(TimeSpan time) => Time.Now += time;

    /// <summary>As a desk that stops and starts again; before it does, something may happen to its files.</summary>
    public void Restart(Action? between = null)
    {
        Desk.Dispose();
        between?.Invoke();
        Desk = Open();
    }

    public Sitter SeatOf(SignInAnswer answer)
    {
        Assert.True(answer.IsDone, answer.Sentence);
        return Desk.Sessions.Find(answer.Cookie)!;
    }

    public SignInAnswer SignIn(string name = Name, string password = Password, Caller? from = null) =>
        Desk.SignIn.BeginAsync(name, password, from ?? Home, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Gives somebody an authenticator, and answers its secret and the recovery codes.</summary>
    public (byte[] Secret, IReadOnlyList<string> Recovery) GiveSecondFactor(Sitter to, string password = Password)
    {
        var offer = Desk.SecondFactor.BeginAsync(to, password, Home, CancellationToken.None).GetAwaiter().GetResult();
        Assert.True(offer.Answer.IsDone, offer.Answer.Sentence);
        var secret = BytesOf(offer.Secret);
        var (answer, recovery) = Desk.SecondFactor.Confirm(to, CodeAt(secret), Home);
        Assert.True(answer.IsDone, answer.Sentence);
        Owner = Owner with { Person = PersonOf(Name) };
        return (secret, recovery);
    }

    public string CodeAt(byte[] secret, int steps = 0) => OneTimeCode.At(secret, OneTimeCode.StepOf(Now) + steps);

    /// <summary>Another person, invited by the owner and signed in.</summary>
    public Sitter Join(string name, Roles roles, params string[] accounts)
    {
        if (!PersonOf(Name).HasSecondFactor) GiveSecondFactor(Owner);
        var added = Desk.Persons.Add(Owner, name, roles, accounts, Home);
        Assert.True(added.IsDone, added.Sentence);
        return SeatOf(Desk.Persons.Accept(added.Sentence, Other, Home));
    }

    public Person PersonOf(string name) => Desk.Persons.All.Single(one => one.Name == name);

    public IReadOnlyList<AuditEntry> Audit() => Desk.Audit.Read(long.MaxValue, 100);

    public void Dispose()
    {
        Desk.Dispose();
        Folder.Dispose();
    }

    private PeopleDesk Open() => new(TestPerson.SettingsOf(Folder.Path, _settings), Time, Rounds);

    public static byte[] BytesOf(string base32)
    {
        const string Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(base32.Select(sign => Convert.ToString(Signs.IndexOf(sign, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2))];
    }
}
