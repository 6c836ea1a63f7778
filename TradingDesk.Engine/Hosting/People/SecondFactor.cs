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
    private readonly ConcurrentDictionary<int, byte[]> _begun = new();

    internal SecondFactor(PeopleBook book, SecretBox box) => (_book, _box) = (book, box);

    /// <summary>A new secret, as an app reads it; counts once a code of it was given back.</summary>
    public (string Secret, string Address) Begin(Sitter by)
    {
        var secret = RandomNumberGenerator.GetBytes(OneTimeCode.SecretBytes);
        _begun[by.Person.Id] = secret;
        var text = Base32.Encode(secret);
        return (text, OneTimeCode.AddressOf(by.Person.Name, text));
    }

    /// <summary>Takes the secret into use; the recovery codes are told once.</summary>
    public (PeopleAnswer Answer, IReadOnlyList<string> Recovery) Confirm(Sitter by, string code, Caller from)
    {
        string[] codes = [.. Enumerable.Range(0, RecoveryCodes).Select(_ => Base32.Encode(RandomNumberGenerator.GetBytes(RecoveryBytes)))];
        var answer = _book.Change((state, now) =>
        {
            if (!_begun.TryGetValue(by.Person.Id, out var secret)) return PeopleDecision.Refuse("not-begun",
                "Begin again: the desk was started anew.");
            if (OneTimeCode.Match(secret, Digits(code), now, 0) is not { } step)
                return PeopleDecision.Refuse("wrong", "That is not the code your authenticator shows now; check the clock of your phone.");
            var person = state.Persons[by.Person.Id];
            _begun.TryRemove(by.Person.Id, out _);
            return Changed(person with
            {
                SecondFactor = _box.Seal(secret, About(person)),
                LastStep = step,
                Recovery = [.. codes.Select(RandomText.HashOf)],
                Person = person.Person with { HasSecondFactor = true },
            }, new Remark(by.Person.Name, from.Address, "second-factor-set", by.Person.Name));
        });
        return (answer, answer.IsDone ? codes : []);
    }

    /// <summary>Ends it; its own code must be given, so that a browser left open is not enough.</summary>
    public PeopleAnswer Remove(Sitter by, string code, Caller from) => _book.Change((state, now) =>
    {
        if (Use(state.Persons[by.Person.Id], code, now) is not { } person)
            return PeopleDecision.Refuse("wrong", "That is neither the code your authenticator shows now nor a recovery code.");
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
