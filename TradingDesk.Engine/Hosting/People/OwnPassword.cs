using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.People;

namespace TradingDesk.Engine.Hosting.People;

/// <summary>
/// The password of somebody who is signed in, asked for once more before what a browser left open must not do. Failures count with those
/// at the door, or an open browser could try every password there is.
/// </summary>
internal sealed class OwnPassword(PeopleBook book, Sessions sessions, HashingQueue hashing, int attemptsMost)
{
    /// <summary>Done when the password is theirs and nothing of it changed meanwhile.</summary>
    public async Task<PeopleAnswer> ProveAsync(Sitter by, string password, Caller from, CancellationToken cancel)
    {
        var kept = book.State.Persons[by.Person.Id].PasswordHash;
        if (LockOf(book.State.Persons[by.Person.Id], book.Now) is { } early) return early;
        var isRight = password.Length <= PasswordRules.LengthMost ? await hashing.IsRightAsync(password, kept, cancel) : false;
        return book.Change((state, now) =>
        {
            if (sessions.Refuse(state, by, now) is { } over) return over;
            var person = state.Persons[by.Person.Id];
            if (LockOf(person, now) is { } locked) return new PeopleDecision(locked);
            if (isRight is not { } judged) return PeopleDecision.Refuse("busy", "Too many people sign in at once; try again in a moment.");
            if (person.PasswordHash != kept) return PeopleDecision.Refuse("wrong", "The password was changed meanwhile.");
            return judged
                ? new PeopleDecision(PeopleAnswer.Done)
                : Failed(person, from, now, "password-refused", "The password you have now is another one.");
        });
    }

    /// <summary>What is kept of a new password.</summary>
    public string Make(string password) => hashing.Make(password);

    /// <summary>Null while attempts of theirs are looked at.</summary>
    public static PeopleAnswer? LockOf(StoredPerson person, Instant now) => person.Throttle.IsLocked(now)
        ? PeopleAnswer.Refused("locked",
            $"Too many attempts failed; the next is looked at from {person.Throttle.Until.ToIndia():HH:mm} IST on.")
        : null;

    /// <summary>One more failure of somebody who is signed in.</summary>
    public PeopleDecision Failed(StoredPerson person, Caller from, Instant now, string what, string sentence)
    {
        var throttle = person.Throttle.Fail(now, attemptsMost);
        var name = person.Person.Name;
        return PeopleDecision.Refuse("wrong", sentence) with
        {
            Change = new PeopleChange { Persons = [person.With(throttle)] },
            Remarks = [new Remark(name, from.Address, what, name, "", throttle.IsLocked(now) ? "locked" : "")],
        };
    }
}
