using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.People;

/// <summary>The tables of people and their audit, and the statements on them; transactions are the caller's.</summary>
internal static class PeopleTables
{
    private const char Between = ',';

    /// <summary>`TDPE` in the header. The audit's triggers stop an honest program; its chain tells of any other.</summary>
    public static StoreSchema Form { get; } = new(0x54445045, "a", "people store", "people",
        """
        CREATE TABLE persons (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, roles INTEGER NOT NULL, accounts TEXT NOT NULL,
            active INTEGER NOT NULL, created INTEGER NOT NULL, stamp INTEGER NOT NULL, password TEXT NOT NULL, second_factor TEXT NOT NULL,
            last_step INTEGER NOT NULL, recovery TEXT NOT NULL, invitation TEXT NOT NULL, invited_until INTEGER NOT NULL,
            failures INTEGER NOT NULL, locks INTEGER NOT NULL, locked_until INTEGER NOT NULL);
        CREATE TABLE sessions (number INTEGER PRIMARY KEY, person INTEGER NOT NULL, stamp INTEGER NOT NULL, secret TEXT NOT NULL,
            began INTEGER NOT NULL, active INTEGER NOT NULL, address TEXT NOT NULL, browser TEXT NOT NULL);
        CREATE TABLE audit (number INTEGER PRIMARY KEY, at INTEGER NOT NULL, by TEXT NOT NULL, address TEXT NOT NULL, what TEXT NOT NULL,
            about TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, hash TEXT NOT NULL);
        CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
        CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
        """,
        """
        CREATE TABLE preferences (person INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
            PRIMARY KEY (person, name)) WITHOUT ROWID;
        """);

    public static List<StoredPerson> ReadPersons(SqliteLink link)
    {
        using var select = link.Prepare("""
            SELECT id, name, roles, accounts, active, created, stamp, password, second_factor, last_step, recovery, invitation,
                invited_until, failures, locks, locked_until FROM persons ORDER BY id
            """);
        var persons = new List<StoredPerson>();
        while (select.Step()) persons.Add(PersonOf(select));
        return persons;
    }

    public static void Keep(SqliteLink link, StoredPerson one)
    {
        using var upsert = link.Prepare("""
            INSERT OR REPLACE INTO persons (id, name, roles, accounts, active, created, stamp, password, second_factor, last_step, recovery,
                invitation, invited_until, failures, locks, locked_until)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
            """);
        upsert.Bind(1, one.Person.Id);
        upsert.Bind(2, one.Person.Name);
        upsert.Bind(3, (long)one.Person.Roles);
        upsert.Bind(4, string.Join(Between, one.Person.Accounts));
        upsert.Bind(5, one.Person.IsActive ? 1 : 0);
        upsert.Bind(6, one.Person.Created.Nanos);
        upsert.Bind(7, one.Stamp);
        upsert.Bind(8, one.PasswordHash);
        upsert.Bind(9, one.SecondFactor);
        upsert.Bind(10, one.LastStep);
        upsert.Bind(11, string.Join(Between, one.Recovery));
        upsert.Bind(12, one.Invitation);
        upsert.Bind(13, one.InvitedUntil.Nanos);
        upsert.Bind(14, one.Throttle.Failures);
        upsert.Bind(15, one.Throttle.Locks);
        upsert.Bind(16, one.Throttle.Until.Nanos);
        upsert.Run();
    }

    public static List<StoredSession> ReadSessions(SqliteLink link)
    {
        using var select = link.Prepare(
            "SELECT number, person, stamp, secret, began, active, address, browser FROM sessions ORDER BY number");
        var sessions = new List<StoredSession>();
        while (select.Step())
        {
            sessions.Add(new StoredSession(select.Number(0), (int)select.Number(1), (int)select.Number(2), select.Text(3),
                new Instant(select.Number(4)), new Instant(select.Number(5)), select.Text(6), select.Text(7)));
        }

        return sessions;
    }

    public static void Keep(SqliteLink link, StoredSession one)
    {
        using var upsert = link.Prepare("""
            INSERT OR REPLACE INTO sessions (number, person, stamp, secret, began, active, address, browser)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """);
        upsert.Bind(1, one.Number);
        upsert.Bind(2, one.Person);
        upsert.Bind(3, one.Stamp);
        upsert.Bind(4, one.SecretHash);
        upsert.Bind(5, one.Began.Nanos);
        upsert.Bind(6, one.Active.Nanos);
        upsert.Bind(7, one.From);
        upsert.Bind(8, one.Browser);
        upsert.Run();
    }

    public static void End(SqliteLink link, long session)
    {
        using var delete = link.Prepare("DELETE FROM sessions WHERE number = ?1");
        delete.Bind(1, session);
        delete.Run();
    }

    private static StoredPerson PersonOf(SqliteStatement row)
    {
        var throttle = new SignInThrottle((int)row.Number(13), (int)row.Number(14), new Instant(row.Number(15)));
        var person = new Person((int)row.Number(0), row.Text(1), (Roles)row.Number(2), ListOf(row.Text(3)))
        {
            IsActive = row.Number(4) != 0,
            Created = new Instant(row.Number(5)),
            HasPassword = row.Text(7).Length > 0,
            HasSecondFactor = row.Text(8).Length > 0,
            LockedUntil = throttle.Until,
        };
        return new StoredPerson(person)
        {
            Stamp = (int)row.Number(6),
            PasswordHash = row.Text(7),
            SecondFactor = row.Text(8),
            LastStep = row.Number(9),
            Recovery = ListOf(row.Text(10)),
            Invitation = row.Text(11),
            InvitedUntil = new Instant(row.Number(12)),
            Throttle = throttle,
        };
    }

    private static string[] ListOf(string text) => text.Split(Between, StringSplitOptions.RemoveEmptyEntries);
}
