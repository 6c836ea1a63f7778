using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.People;

/// <summary>Somebody who may sign in, without anything secret.</summary>
/// <param name="Id">Counts up from 1; a number is given once.</param>
/// <param name="Name">As journal and audit name them; never changed.</param>
/// <param name="Roles">What they are trusted with.</param>
/// <param name="Accounts">Names of the accounts granted, or `*` for every paper account.</param>
public sealed record Person(int Id, string Name, Roles Roles, IReadOnlyList<string> Accounts)
{
    /// <summary>The grant of every paper account, also of those to come; real money is granted by name only.</summary>
    public const string EveryPaperAccount = "*";

    /// <summary>A person who left keeps the name, so that nobody gets it again.</summary>
    public bool IsActive { get; init; } = true;

    public bool HasSecondFactor { get; init; }

    /// <summary>False until an invitation was taken up.</summary>
    public bool HasPassword { get; init; }

    public Instant Created { get; init; }

    /// <summary>Until when no attempt to sign in is looked at; default is now.</summary>
    public Instant LockedUntil { get; init; }

    /// <summary>No account has real money yet, so that every paper account is every account.</summary>
    public bool SeesEveryAccount => Accounts.Contains(EveryPaperAccount);

    public bool MayUse(string account) => SeesEveryAccount || Accounts.Contains(account);
}
