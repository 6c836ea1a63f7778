using TradingDesk.Engine.People;

namespace TradingDesk.Engine.Hosting.People;

/// <summary>Everything about who sits at the desk, built by hand over one store; opened before the desk and closed after it.</summary>
public sealed class PeopleDesk : IDisposable
{
    private readonly PeopleBook _book;

    public PeopleDesk(DeskSettings settings, TimeProvider time)
    {
        _book = PeopleBook.Open(settings.PeopleFile, time);
        SecondFactor = new SecondFactor(_book, SecretBox.Open(Path.Combine(settings.KeyFolder, "secrets.key")));
        Sessions = new Sessions(_book, new SessionRules(settings.SessionMinutes * 60L));
        SignIn = new SignInDesk(_book, SecondFactor, settings.LoginAttempts);
        Persons = new PersonDesk(_book);
        Audit = new AuditDesk(_book);
        Preferences = new Preferences(_book.Store);
        Access = new AccessDesk(_book, Sessions, settings.IsPaperOnly);
    }

    public SignInDesk SignIn { get; }

    public Sessions Sessions { get; }

    public SecondFactor SecondFactor { get; }

    public PersonDesk Persons { get; }

    public AuditDesk Audit { get; }

    public Preferences Preferences { get; }

    internal AccessDesk Access { get; }

    public void Dispose() => _book.Dispose();
}
