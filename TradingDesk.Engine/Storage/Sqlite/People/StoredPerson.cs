using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.People;

/// <summary>A person with what proves that it is them; nothing of it in the clear.</summary>
internal sealed record StoredPerson(Person Person)
{
    /// <summary>Counts up with every change that ends sessions.</summary>
    public int Stamp { get; init; }

    /// <summary>Empty until a password was chosen.</summary>
    public string PasswordHash { get; init; } = "";

    /// <summary>The authenticator's secret, sealed; empty without one.</summary>
    public string SecondFactor { get; init; } = "";

    /// <summary>The step of the newest code used: none is taken twice.</summary>
    public long LastStep { get; init; }

    /// <summary>Hashes of recovery codes that were not used.</summary>
    public IReadOnlyList<string> Recovery { get; init; } = [];

    /// <summary>The hash of a link by which a password may be chosen once; empty without one.</summary>
    public string Invitation { get; init; } = "";

    public Instant InvitedUntil { get; init; }

    public SignInThrottle Throttle { get; init; }

    /// <summary>The same person with other failures behind them.</summary>
    public StoredPerson With(SignInThrottle throttle) =>
        this with { Throttle = throttle, Person = Person with { LockedUntil = throttle.Until } };
}
