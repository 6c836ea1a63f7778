using TradingDesk.Engine.Hosting.People;
using TradingDesk.Engine.People;
using TradingDesk.Web.SignIn;

namespace TradingDesk.Web.Pages.People;

/// <summary>What a page wants done about people, in the name of who sits there; keeps what became of the last wish.</summary>
public sealed class PeopleHand(PeopleDesk people, Seat seat)
{
    private static readonly PeopleAnswer _gone =
        PeopleAnswer.Refused("signed-out", "You are signed out; nothing was changed. Sign in again.");

    /// <summary>A wish has begun or is answered; on the circuit's own thread.</summary>
    public event Action? Moved;

    public PeopleDesk People => people;

    public Sitter? Sitter => seat.Sitter;

    /// <summary>What was done, or why not; empty before the first wish.</summary>
    public string Sentence { get; private set; } = "";

    public bool IsDone { get; private set; }

    public bool IsUnderWay { get; private set; }

    public async Task<bool> DoAsync(string done, Func<Sitter, Caller, Task<PeopleAnswer>> wish)
    {
        if (IsUnderWay) return false;
        IsUnderWay = true;
        try
        {
            var answer = seat.Sitter is { } sitter ? await wish(sitter, CallerOf(sitter)) : _gone;
            (IsDone, Sentence) = (answer.IsDone, answer.IsDone ? done : answer.Sentence);
            return answer.IsDone;
        }
        finally
        {
            IsUnderWay = false;
            Moved?.Invoke();
        }
    }

    public Task<bool> DoAsync(string done, Func<Sitter, Caller, PeopleAnswer> wish) =>
        DoAsync(done, (by, from) => Task.FromResult(wish(by, from)));

    /// <summary>A circuit has no address of its own: it is where its session was begun.</summary>
    private Caller CallerOf(Sitter sitter) =>
        people.Sessions.Of(sitter.Person.Id).FirstOrDefault(one => one.Number == sitter.Session) is { } session
            ? new Caller(session.From, session.Browser)
            : Caller.Console;
}
