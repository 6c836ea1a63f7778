using System.Collections.Concurrent;
using System.Security.Cryptography;
using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.People;

namespace TradingDesk.Engine.Hosting.People;

/// <summary>
/// The authenticator of a person: begun, confirmed by its first code, used once a code, and recovery codes for a lost phone.
/// </summary>
public sealed class SecondFactor
{
    private const int RecoveryCodes = 10;
    private const int RecoveryBytes = 10;
    private const int CodeDigits = 6;

    private readonly PeopleBook _book;
    private readonly SecretBox _box;
    private readonly OwnPassword _password;
    private readonly Sessions _sessions;

    /// <summary>By session: another browser of the same person begins its own.</summary>
    private readonly ConcurrentDictionary<long, byte[]> _begun = new();

    internal SecondFactor(PeopleBook book, SecretBox box, OwnPassword password, Sessions sessions) =>
        (_book, _box, _password, _sessions) = (book, box, password, sessions);

    /// <summary>
    /// A new secret, as an app reads it; counts once a code of it was given back. The password is asked for, so that a browser left open is
    /// not enough to lock its owner out, and one that is in use is ended with its own code first.
    /// </summary>
    public async Task<SecondFactorOffer> BeginAsync(Sitter by, string password, Caller from, CancellationToken cancel)
    {
        var answer = await _password.ProveAsync(by, password, from, cancel);
        if (answer.IsDone && _book.State.Persons[by.Person.Id].SecondFactor.Length > 0) answer = InUse;
        if (!answer.IsDone) return new SecondFactorOffer(answer, "", "");
        foreach (var over in _begun.Keys.Where(one => _sessions.Find(one) is null)) _begun.TryRemove(over, out _);
        var secret = RandomNumberGenerator.GetBytes(OneTimeCode.SecretBytes);
        _begun[by.Session] = secret;
        var text = Base32.Encode(secret);
        return new SecondFactorOffer(answer, text, OneTimeCode.AddressOf(by.Person.Name, text));
    }

    /// <summary>Takes the secret into use; the recovery codes are told once.</summary>
    public (PeopleAnswer Answer, IReadOnlyList<string> Recovery) Confirm(Sitter by, string code, Caller from)
    {
        string[] codes = [.. Enumerable.Range(0, RecoveryCodes).Select(_ => Base32.Encode(RandomNumberGenerator.GetBytes(RecoveryBytes)))];
        var answer = _book.Change((state, now) =>
        {
            if (_sessions.Refuse(state, by, now) is { } over) return over;
            var person = state.Persons[by.Person.Id];
            if (person.SecondFactor.Length > 0) return new PeopleDecision(InUse);
            if (!_begun.TryGetValue(by.Session, out var secret)) return PeopleDecision.Refuse("not-begun",
                "Begin again: the desk was started anew.");
            if (OneTimeCode.Match(secret, Digits(code), now, 0) is not { } step)
                return PeopleDecision.Refuse("wrong", "That is not the code your authenticator shows now; check the clock of your phone.");
            _begun.TryRemove(by.Session, out _);
            var decision = Changed(person with
            {
                SecondFactor = _box.Seal(secret, About(person)),
                LastStep = step,
                Recovery = [.. codes.Select(RandomText.HashOf)],
                Person = person.Person with { HasSecondFactor = true },
            }, new Remark(by.Person.Name, from.Address, "second-factor-set", by.Person.Name));
            // They came in by the password alone: this browser has shown the code, the others have not.
            var others = state.Sessions.Values.Where(one => one.Person == person.Person.Id && one.Number != by.Session);
            return decision with { Change = decision.Change with { Ended = [.. others.Select(one => one.Number)] } };
        });
        return (answer, answer.IsDone ? codes : []);
    }

    private static PeopleAnswer InUse { get; } =
        PeopleAnswer.Refused("second-factor-set", "An authenticator is in use; end it with its code before you set up another.");

    /// <summary>Ends it; its own code must be given, so that a browser left open is not enough.</summary>
    public PeopleAnswer Remove(Sitter by, string code, Caller from) => _book.Change((state, now) =>
    {
        if (_sessions.Refuse(state, by, now) is { } over) return over;
        var before = state.Persons[by.Person.Id];
        if (OwnPassword.LockOf(before, now) is { } locked) return new PeopleDecision(locked);
        if (Use(before, code, now) is not { } person)
        {
            return _password.Failed(before, from, now, "second-factor-refused",
                "That is neither the code your authenticator shows now nor a recovery code.");
        }

        return Changed(Without(person), new Remark(by.Person.Name, from.Address, "second-factor-removed", by.Person.Name));
    });

    /// <summary>The person after a right code was used up, or null for a wrong one; the caller keeps what it gets.</summary>
    internal StoredPerson? Use(StoredPerson person, string code, Instant now)
    {
        var given = Digits(code);
        if (given.Length == CodeDigits && _box.Open(person.SecondFactor, About(person)) is { } secret
            && OneTimeCode.Match(secret, given, now, person.LastStep) is { } step) return person with { LastStep = step };
        var hash = RandomText.HashOf(given.ToUpperInvariant());
        return person.Recovery.Contains(hash) ? person with { Recovery = [.. person.Recovery.Where(one => one != hash)] } : null;
    }

    internal static StoredPerson Without(StoredPerson person) => person with
    {
        SecondFactor = "",
        LastStep = 0,
        Recovery = [],
        Person = person.Person with { HasSecondFactor = false },
    };

    private static PeopleDecision Changed(StoredPerson person, Remark remark) => new(PeopleAnswer.Done)
    {
        Change = new PeopleChange { Persons = [person] },
        Remarks = [remark],
    };

    /// <summary>As typed, with the gaps that apps and people put in.</summary>
    private static string Digits(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit));

    private static string About(StoredPerson person) => $"second factor of person {person.Person.Id}";
}
