using System.Collections.Concurrent;
using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.People;

namespace TradingDesk.Engine.Hosting.People;

/// <summary>
/// The door: name and password, then the authenticator's code where there is one. Too many failures of a person, of a name nobody has or
/// from an address close it for a time, and a right password does not open it sooner.
/// </summary>
public sealed class SignInDesk
{
    private const long TicketSeconds = 5 * 60;
    private const int TicketsMost = 1_000;

    /// <summary>Many people may share an address: it fails so many times as often before it is locked.</summary>
    private const int AddressFactor = 5;

    private const string Wrong = "The name or the password is wrong.";

    private readonly PeopleBook _book;
    private readonly SecondFactor _factor;
    private readonly HashingQueue _hashing;
    private readonly int _most;
    private readonly Attempts _addresses;
    private readonly Attempts _strangers;

    private readonly ConcurrentDictionary<string, (int Person, int Stamp, Instant Until)> _tickets = new(StringComparer.Ordinal);

    internal SignInDesk(PeopleBook book, SecondFactor factor, HashingQueue hashing, int attemptsMost)
    {
        (_book, _factor, _hashing, _most) = (book, factor, hashing, attemptsMost);
        (_addresses, _strangers) = (new Attempts(attemptsMost * AddressFactor), new Attempts(attemptsMost));
    }

    /// <summary>The first step; answers a cookie, or a ticket for the second.</summary>
    public async Task<SignInAnswer> BeginAsync(string typed, string password, Caller from, CancellationToken cancel)
    {
        var name = typed.Trim().ToLowerInvariant();
        if (LockOf(name, from) is { } refused) return refused;
        var kept = _book.State.Find(name)?.PasswordHash ?? "";
        var isRight = false;
        if (password.Length <= PasswordRules.LengthMost)
        {
            if (await _hashing.IsRightAsync(password, kept, cancel) is not { } judged) return Busy;
            isRight = judged;
        }

        return Decide((state, now) =>
        {
            // Looked at anew: attempts made at the same time count one after the other.
            if (LockOf(name, from) is { } late) return new PeopleDecision(late);
            var person = state.Find(name);
            if (person is not { Person.IsActive: true } || !isRight || person.PasswordHash != kept) return Fail(person, name, from, now);
            return person.SecondFactor.Length > 0 ? new PeopleDecision(TicketFor(person, now)) : Enter(state, person, now, from);
        });
    }

    /// <summary>The second step: the authenticator's code, or one of the recovery codes.</summary>
    public SignInAnswer Finish(string ticket, string code, Caller from) => Decide((state, now) =>
    {
        if (!_tickets.TryGetValue(RandomText.HashOf(ticket), out var held) || now >= held.Until
            || !state.Persons.TryGetValue(held.Person, out var person) || !person.Person.IsActive || person.Stamp != held.Stamp)
            return new PeopleDecision(SignInAnswer.Refused("ticket-over", "That took too long; begin again with name and password."));
        if (LockOf(person.Person.Name, from) is { } refused) return new PeopleDecision(refused);
        if (_factor.Use(person, code, now) is not { } used) return Fail(person, person.Person.Name, from, now);
        _tickets.TryRemove(RandomText.HashOf(ticket), out _);
        return Enter(state, used, now, from);
    });

    private static SignInAnswer Busy { get; } =
        SignInAnswer.Refused("busy", "Too many people sign in at once; try again in a moment.");

    /// <summary>From the machine itself: all addresses may try again.</summary>
    internal void ForgetAddresses() => _addresses.ForgetAll();

    private SignInAnswer Decide(Func<PeopleState, Instant, PeopleDecision> decide)
    {
        var answer = _book.Change(decide);
        return answer as SignInAnswer ?? SignInAnswer.Refused(answer.Code, answer.Sentence);
    }

    private SignInAnswer? LockOf(string name, Caller from)
    {
        var now = _book.Now;
        var own = _book.State.Find(name)?.Throttle ?? _strangers.Of(KeyOf(name));
        var (throttle, address) = (own, _addresses.Of(from.Network));
        if (!throttle.IsLocked(now) && !address.IsLocked(now)) return null;
        var until = throttle.Until > address.Until ? throttle.Until : address.Until;
        return SignInAnswer.Refused("locked", $"Too many attempts failed; the next is looked at from {until.ToIndia():HH:mm} IST on.");
    }

    /// <summary>What was typed for a name is kept only if somebody has it: people type passwords into the wrong field.</summary>
    private PeopleDecision Fail(StoredPerson? person, string name, Caller from, Instant now)
    {
        var address = _addresses.Fail(from.Network, now);
        var throttle = person is null ? _strangers.Fail(KeyOf(name), now) : person.Throttle.Fail(now, _most);
        var isLocked = throttle.IsLocked(now) || address.IsLocked(now);
        return new PeopleDecision(SignInAnswer.Refused("wrong", Wrong))
        {
            Change = person is null ? new PeopleChange() : new PeopleChange { Persons = [person.With(throttle)] },
            Remarks = [new Remark("nobody", from.Address, "sign-in-refused", person?.Person.Name ?? "a name nobody has", "", isLocked
                ? "locked" : "")],
        };
    }

    private PeopleDecision Enter(PeopleState state, StoredPerson person, Instant now, Caller from)
    {
        _addresses.Forget(from.Network);
        var (change, cookie) = Sessions.Begin(state, person, now, from);
        return new PeopleDecision(new SignInAnswer(true, "", "") { Cookie = cookie })
        {
            Change = change with { Persons = [person.With(default(SignInThrottle))] },
            Remarks = [new Remark(person.Person.Name, from.Address, "signed-in", person.Person.Name, "", from.KeptBrowser)],
        };
    }

    private SignInAnswer TicketFor(StoredPerson person, Instant now)
    {
        foreach (var over in _tickets.Where(one => now >= one.Value.Until)) _tickets.TryRemove(over.Key, out _);
        if (_tickets.Count >= TicketsMost) return Busy;
        var ticket = RandomText.Draw();
        _tickets[RandomText.HashOf(ticket)] = (person.Person.Id, person.Stamp, now.PlusSeconds(TicketSeconds));
        return SignInAnswer.Refused("code-wanted", "Type the code your authenticator shows.") with { Ticket = ticket };
    }

    /// <summary>Bounded, whatever was sent as a name.</summary>
    private static string KeyOf(string name) => name.Length <= PersonRules.NameMost ? name : RandomText.HashOf(name);
}
