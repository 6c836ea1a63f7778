using System.Globalization;
using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.People;

namespace TradingDesk.Engine.Hosting.People;

/// <summary>
/// Who is signed in where: known by what their browser shows, over when idle, too long, revoked, or their person changed.
/// </summary>
public sealed class Sessions
{
    private const int EachMost = 10;

    /// <summary>Finer than this nobody's doing is written down.</summary>
    private const long NotedEverySeconds = 10;

    private readonly PeopleBook _book;
    private readonly SessionRules _rules;

    internal Sessions(PeopleBook book, SessionRules rules) => (_book, _rules) = (book, rules);

    /// <summary>Whose cookie this is, or null when it is nobody's any more.</summary>
    public Sitter? Find(string cookie)
    {
        var parts = cookie.Split('.', 2);
        if (parts.Length != 2 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        return Live(_book.State, number, _book.Now) is { } session && RandomText.Is(parts[1], session.SecretHash) ? Find(number) : null;
    }

    /// <summary>Who sits in that session, or null when it is over.</summary>
    public Sitter? Find(long number)
    {
        var state = _book.State;
        return Live(state, number, _book.Now) is { } session ? new Sitter(state.Persons[session.Person].Person, number) : null;
    }

    /// <summary>The person did something: pressed a key, clicked, asked for a page.</summary>
    public void Touch(long number)
    {
        if (Live(_book.State, number, _book.Now) is not { } session || _book.Now < session.Active.PlusSeconds(NotedEverySeconds)) return;
        _book.Change((state, now) => Live(state, number, now) is { } found
            ? new PeopleDecision(PeopleAnswer.Done) { Change = new PeopleChange { Sessions = [found with { Active = now }] } }
            : new PeopleDecision(PeopleAnswer.Done));
    }

    /// <summary>A person's sessions that are not over, newest first.</summary>
    public IReadOnlyList<SessionView> Of(int person)
    {
        var (state, now) = (_book.State, _book.Now);
        return
        [
            .. state.Sessions.Values.Where(one => one.Person == person && Live(state, one.Number, now) is not null)
                .OrderByDescending(one => one.Began)
                .Select(one => new SessionView(
                    one.Number, state.Persons[person].Person.Name, one.Began, one.Active, one.From, one.Browser)),
        ];
    }

    /// <summary>Ends one session: one's own, or anybody's by an administrator.</summary>
    public PeopleAnswer End(Sitter by, long number, Caller from) => _book.Change((state, now) =>
    {
        if (Refuse(state, by, now) is { } over) return over;
        if (!state.Sessions.TryGetValue(number, out var session)) return PeopleDecision.Refuse("no-session",
            "That session is over already.");
        if (session.Person != by.Person.Id && !state.Persons[by.Person.Id].Person.Roles.HasFlag(Roles.Admin))
            return PeopleDecision.Refuse("role-missing", "Ending the sessions of others needs the role admin.");
        var what = number == by.Session ? "signed-out" : "session-revoked";
        return new PeopleDecision(PeopleAnswer.Done)
        {
            Change = new PeopleChange { Ended = [number] },
            Remarks = [new Remark(by.Person.Name, from.Address, what, state.Persons[session.Person].Person.Name)],
        };
    });

    /// <summary>Why what somebody wants is not done: their session is over. Asked in each decision, for pages may be old.</summary>
    internal PeopleDecision? Refuse(PeopleState state, Sitter by, Instant now) =>
        Live(state, by.Session, now) is { } session && session.Person == by.Person.Id
            ? null
            : PeopleDecision.Refuse("signed-out", "You are signed out; nothing was changed. Sign in again.");

    /// <summary>A session that begins now, with the cookie's text; the person's oldest end when there are too many.</summary>
    internal static (PeopleChange Change, string Cookie) Begin(PeopleState state, StoredPerson person, Instant now, Caller from)
    {
        var number = now.Nanos;
        while (state.Sessions.ContainsKey(number)) number++;
        var secret = RandomText.Draw();
        var session = new StoredSession(
            number, person.Person.Id, person.Stamp, RandomText.HashOf(secret), now, now, from.Address, from.KeptBrowser);
        var surplus = state.Sessions.Values.Where(one => one.Person == person.Person.Id).OrderByDescending(one => one.Active)
            .Skip(EachMost - 1).Select(one => one.Number);
        var change = new PeopleChange { Sessions = [session], Ended = [.. surplus] };
        return (change, string.Create(CultureInfo.InvariantCulture, $"{number}.{secret}"));
    }

    private StoredSession? Live(PeopleState state, long number, Instant now)
    {
        if (!state.Sessions.TryGetValue(number, out var session) || !state.Persons.TryGetValue(session.Person, out var person)) return null;
        var isHeld = person.Person.IsActive && person.Stamp == session.Stamp;
        return isHeld && !_rules.IsOver(session.Began, session.Active, now) ? session : null;
    }
}
