using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.People;

namespace TradingDesk.Engine.Hosting.People;

/// <summary>
/// Who may sit at the desk and with what: the first person by the console's link, others by an administrator's invitation.
/// </summary>
public sealed class PersonDesk
{
    private const long InvitationSeconds = 24 * 60 * 60;
    private const Roles FirstRoles = Roles.Admin | Roles.Risk | Roles.Trader;

    private readonly PeopleBook _book;
    private readonly Sessions _sessions;
    private readonly OwnPassword _password;
    private readonly string _setupToken;
    private Everybody _all = new(null, []);

    internal PersonDesk(PeopleBook book, Sessions sessions, OwnPassword password)
    {
        (_book, _sessions, _password) = (book, sessions, password);
        _setupToken = HasNobody ? RandomText.Draw() : "";
    }

    /// <summary>Until the first person is made the desk shows nothing but the way to make one.</summary>
    public bool HasNobody => _book.State.Persons.IsEmpty;

    /// <summary>What the console's link carries; empty once somebody is there. Another one at each start.</summary>
    public string SetupToken => HasNobody ? _setupToken : "";

    /// <summary>Everybody, in the order they came; the same object while nobody changed.</summary>
    public IReadOnlyList<Person> All
    {
        get
        {
            var (persons, all) = (_book.State.Persons, Volatile.Read(ref _all));
            if (ReferenceEquals(all.Of, persons)) return all.Persons;
            all = new Everybody(persons, [.. persons.Values.Select(one => one.Person)]);
            Volatile.Write(ref _all, all);
            return all.Persons;
        }
    }

    /// <summary>The first person: administers, holds risk, trades every paper account.</summary>
    public SignInAnswer SetUp(string token, string name, string password, Caller from)
    {
        if (RefuseChoice(name, password) is { } refused) return refused;
        var answer = _book.Change((state, now) =>
        {
            if (!state.Persons.IsEmpty || _setupToken.Length == 0 || !RandomText.Is(token, RandomText.HashOf(_setupToken)))
                return PeopleDecision.Refuse("link-over", "That link is not good any more; the console shows the newest.");
            var first = new StoredPerson(new Person(1, name, FirstRoles, [Person.EveryPaperAccount]) { Created = now, HasPassword = true })
            {
                PasswordHash = _password.Make(password),
            };
            return Enter(state, first, now, from, new Remark(name, from.Address, "first-person", name, "", Grants(first.Person)));
        });
        return answer as SignInAnswer ?? SignInAnswer.Refused(answer.Code, answer.Sentence);
    }

    /// <summary>Whose invitation this is; null when it is nobody's or too old.</summary>
    public Person? Invited(string token) => InvitedIn(_book.State, token, _book.Now)?.Person;

    /// <summary>An invitation is taken up: a password is chosen, and every session that there was is over.</summary>
    public SignInAnswer Accept(string token, string password, Caller from)
    {
        if (Invited(token) is not { } invited) return SignInAnswer.Refused("link-over", "That link is not good any more; ask for another.");
        if (RefuseChoice(invited.Name, password) is { } refused) return refused;
        var hash = _password.Make(password);
        var answer = _book.Change((state, now) =>
        {
            if (InvitedIn(state, token, now) is not { } person)
                return PeopleDecision.Refuse("link-over", "That link is not good any more; ask for another.");
            var chosen = WithPassword(person, hash);
            var remark = new Remark(person.Person.Name, from.Address, "password-chosen", person.Person.Name);
            // Who has an authenticator shows it too: a link that was read by another is not enough.
            if (chosen.SecondFactor.Length == 0) return Enter(state, chosen, now, from, remark);
            return Changed(SignInAnswer.Refused("code-wanted", "The password is set. Sign in with it and your authenticator."), chosen,
                remark);
        });
        return answer as SignInAnswer ?? SignInAnswer.Refused(answer.Code, answer.Sentence);
    }

    /// <summary>Adds a person and answers with the invitation's token as the sentence; it is told once.</summary>
    public PeopleAnswer Add(Sitter by, string name, Roles roles, IReadOnlyList<string> accounts, Caller from)
    {
        var token = RandomText.Draw();
        return _book.Change((state, now) =>
        {
            if (RefuseAdmin(state, by, now) is { } refused) return refused;
            if (PersonRules.RefuseName(name) is { Length: > 0 } wrong) return PeopleDecision.Refuse("name-not-allowed", wrong);
            if (PersonRules.RefuseGrants(roles, accounts) is { Length: > 0 } bad) return PeopleDecision.Refuse("grant-not-allowed", bad);
            if (state.Find(name) is not null) return PeopleDecision.Refuse("name-taken", $"Somebody has, or had, the name {name}.");
            if (state.Persons.Count >= PersonRules.PeopleMost)
                return PeopleDecision.Refuse("too-many", $"A desk knows at most {PersonRules.PeopleMost} people.");
            var person = Inviting(new StoredPerson(new Person(state.Persons.Keys.Max() + 1, name, roles, accounts) { Created = now }),
                token, now);
            return Changed(PeopleAnswer.Done with { Sentence = token }, person,
                new Remark(by.Person.Name, from.Address, "person-added", name, "", Grants(person.Person)));
        });
    }

    /// <summary>Gives other roles and accounts, or lets somebody go; their sessions are over. The last administrator stays one.</summary>
    public PeopleAnswer Change(Sitter by, int id, Roles roles, IReadOnlyList<string> accounts, bool isActive, Caller from) =>
        _book.Change((state, now) =>
        {
            if (RefuseAdmin(state, by, now) is { } refused) return refused;
            if (!state.Persons.TryGetValue(id, out var before)) return PeopleDecision.Refuse("unknown", "There is no such person.");
            if (PersonRules.RefuseGrants(roles, accounts) is { Length: > 0 } bad) return PeopleDecision.Refuse("grant-not-allowed", bad);
            var person = before.Person with { Roles = roles, Accounts = accounts, IsActive = isActive };
            var administers = state.Persons.Values.Select(one => one.Person.Id == id ? person : one.Person)
                .Any(one => one.IsActive && one.HasPassword && one.Roles.HasFlag(Roles.Admin));
            if (!administers) return PeopleDecision.Refuse("last-admin", "Somebody must be left who administers.");
            var after = before with { Person = person, Stamp = before.Stamp + 1 };
            return Changed(PeopleAnswer.Done, isActive ? after : after with { Invitation = "", InvitedUntil = default },
                new Remark(by.Person.Name, from.Address, "person-changed", person.Name, Grants(before.Person), Grants(person)));
        });

    /// <summary>One's own password; all other sessions are over, and this one has to sign in again too.</summary>
    public async Task<PeopleAnswer> ChangePasswordAsync(Sitter by, string old, string wanted, Caller from, CancellationToken cancel)
    {
        if (RefuseChoice(by.Person.Name, wanted) is { } refused) return refused;
        var kept = _book.State.Persons[by.Person.Id].PasswordHash;
        if (await _password.ProveAsync(by, old, from, cancel) is { IsDone: false } unproven) return unproven;
        var hash = await Task.Run(() => _password.Make(wanted), cancel);
        return _book.Change((state, now) => _sessions.Refuse(state, by, now) ?? (state.Persons[by.Person.Id] is { } person
            && person.PasswordHash == kept
            ? Changed(PeopleAnswer.Done, WithPassword(person, hash),
                new Remark(by.Person.Name, from.Address, "password-changed", by.Person.Name))
            : PeopleDecision.Refuse("wrong", "The password was changed meanwhile.")));
    }

    /// <summary>A new invitation for somebody who lost theirs or their password; the sentence is the token.</summary>
    public PeopleAnswer Invite(Sitter by, int id, Caller from) =>
        InviteAgain(by.Person.Name, Named(id), from, (state, now) => RefuseAdmin(state, by, now));

    /// <summary>Ends every session of somebody.</summary>
    public PeopleAnswer EndSessions(Sitter by, int id, Caller from) => _book.Change((state, now) =>
    {
        if (RefuseAdmin(state, by, now) is { } refused) return refused;
        if (!state.Persons.TryGetValue(id, out var person)) return PeopleDecision.Refuse("unknown", "There is no such person.");
        return new PeopleDecision(PeopleAnswer.Done)
        {
            Change = new PeopleChange { Ended = [.. state.Sessions.Values.Where(one => one.Person == id).Select(one => one.Number)] },
            Remarks = [new Remark(by.Person.Name, from.Address, "sessions-ended", person.Person.Name)],
        };
    });

    /// <summary>From the machine itself: attempts are looked at again.</summary>
    public PeopleAnswer Unlock(string name) => ByConsole(name, "unlocked", person => person.With(default(SignInThrottle)));

    /// <summary>From the machine itself: a lost authenticator does not count any more, and sessions are over.</summary>
    public PeopleAnswer ResetSecondFactor(string name) => ByConsole(name, "second-factor-reset",
        person => SecondFactor.Without(person) with { Stamp = person.Stamp + 1 });

    /// <summary>From the machine itself: the sentence is the token of a link by which a password can be chosen.</summary>
    public PeopleAnswer ResetPassword(string name) => InviteAgain("console", name, Caller.Console, (_, _) => null);

    private PeopleAnswer InviteAgain(string by, string name, Caller from, Func<PeopleState, Instant, PeopleDecision?> refuse)
    {
        var token = RandomText.Draw();
        return _book.Change((state, now) =>
        {
            if (refuse(state, now) is { } refused) return refused;
            if (state.Find(name) is not { } person) return PeopleDecision.Refuse("unknown", $"Nobody is called {name}.");
            if (!person.Person.IsActive) return PeopleDecision.Refuse("gone", $"{name} was let go; an administrator can take them back.");
            return Changed(PeopleAnswer.Done with { Sentence = token }, Inviting(person, token, now),
                new Remark(by, from.Address, "invited", name));
        });
    }

    private PeopleAnswer ByConsole(string name, string what, Func<StoredPerson, StoredPerson> change) => _book.Change((state, _) =>
        state.Find(name) is { } person
            ? Changed(PeopleAnswer.Done, change(person), new Remark("console", "", what, name))
            : PeopleDecision.Refuse("unknown", $"Nobody is called {name}."));

    private string Named(int id) => _book.State.Persons.TryGetValue(id, out var person) ? person.Person.Name : "";

    private PeopleDecision? RefuseAdmin(PeopleState state, Sitter by, Instant now)
    {
        if (_sessions.Refuse(state, by, now) is { } over) return over;
        var admin = state.Persons[by.Person.Id].Person;
        if (!admin.Roles.HasFlag(Roles.Admin)) return PeopleDecision.Refuse("role-missing", "People are an administrator's business.");
        return !admin.HasSecondFactor
            ? PeopleDecision.Refuse("second-factor-wanted",
                "Set up your authenticator first: whoever could take your password could take the desk.")
            : null;
    }

    private static SignInAnswer? RefuseChoice(string name, string password)
    {
        if (PersonRules.RefuseName(name) is { Length: > 0 } wrong) return SignInAnswer.Refused("name-not-allowed", wrong);
        return PasswordRules.Refuse(password, name) is { Length: > 0 } weak ? SignInAnswer.Refused("password-not-allowed", weak) : null;
    }

    private static PeopleDecision Enter(PeopleState state, StoredPerson person, Instant now, Caller from, Remark remark)
    {
        var (change, cookie) = Sessions.Begin(state, person, now, from);
        return new PeopleDecision(new SignInAnswer(true, "", "") { Cookie = cookie })
        {
            Change = change with { Persons = [person] },
            Remarks = [remark],
        };
    }

    private static PeopleDecision Changed(PeopleAnswer answer, StoredPerson person, Remark remark) =>
        new(answer) { Change = new PeopleChange { Persons = [person] }, Remarks = [remark] };

    private static StoredPerson? InvitedIn(PeopleState state, string token, Instant now) => state.Persons.Values.FirstOrDefault(
        one => one.Person.IsActive && now < one.InvitedUntil && RandomText.Is(token, one.Invitation));

    private static StoredPerson Inviting(StoredPerson person, string token, Instant now) =>
        person with { Invitation = RandomText.HashOf(token), InvitedUntil = now.PlusSeconds(InvitationSeconds) };

    private static StoredPerson WithPassword(StoredPerson person, string hash) => person with
    {
        PasswordHash = hash,
        Stamp = person.Stamp + 1,
        Invitation = "",
        InvitedUntil = default,
        Throttle = default,
        Person = person.Person with { HasPassword = true, LockedUntil = default },
    };

    private static string Grants(Person person) =>
        $"{person.Roles.ToString().ToLowerInvariant()} on {string.Join(' ', person.Accounts)}{(person.IsActive ? "" : ", gone")}";

    /// <summary>The list that was made of a state.</summary>
    private sealed record Everybody(object? Of, IReadOnlyList<Person> Persons);
}
