using TradingDesk.Engine.Observation.Granted;
using TradingDesk.Engine.People;

namespace TradingDesk.Engine.Hosting.People;

/// <summary>Everything about who sits at the desk, built by hand over one store; opened before the desk and closed after it.</summary>
public sealed class PeopleDesk : IDisposable
{
    private readonly PeopleBook _book;
    private readonly HashingQueue _hashing;
    private readonly bool _isPaperOnly;

    public PeopleDesk(DeskSettings settings, TimeProvider time)
        : this(settings, time, PasswordHash.Rounds)
    {
    }

    internal PeopleDesk(DeskSettings settings, TimeProvider time, int rounds)
    {
        // The key first: where it cannot be had, nothing is opened that would have to be closed.
        var box = SecretBox.Open(Path.Combine(settings.KeyFolder, "secrets.key"));
        _book = PeopleBook.Open(settings.PeopleFile, time);
        _isPaperOnly = settings.IsPaperOnly;
        _hashing = new HashingQueue(rounds);
        Sessions = new Sessions(_book, new SessionRules(settings.SessionMinutes * 60L));
        var password = new OwnPassword(_book, Sessions, _hashing, settings.LoginAttempts);
        SecondFactor = new SecondFactor(_book, box, password, Sessions);
        SignIn = new SignInDesk(_book, SecondFactor, _hashing, settings.LoginAttempts);
        Persons = new PersonDesk(_book, Sessions, password);
        Audit = new AuditDesk(_book);
        Preferences = new Preferences(_book.Store);
    }

    public SignInDesk SignIn { get; }

    public Sessions Sessions { get; }

    public SecondFactor SecondFactor { get; }

    public PersonDesk Persons { get; }

    public AuditDesk Audit { get; }

    public Preferences Preferences { get; }

    /// <summary>The judge of commands to the desk behind that window.</summary>
    internal AccessDesk AccessTo(DeskWindow window) => new(_book, Sessions, window, _isPaperOnly);

    public void Dispose()
    {
        _book.Dispose();
        _hashing.Dispose();
    }
}
