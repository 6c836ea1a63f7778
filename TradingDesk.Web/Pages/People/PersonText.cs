using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.People;

/// <summary>A person in words.</summary>
internal static class PersonText
{
    /// <summary>In the order in which they are offered.</summary>
    public static IReadOnlyList<Roles> Offered { get; } = [Roles.Viewer, Roles.Trader, Roles.Risk, Roles.Admin];

    public static string RolesOf(Person person) => person.Roles.ToString().ToLowerInvariant();

    public static string AccountsOf(Person person) =>
        person.SeesEveryAccount ? "every account" : person.Accounts.Count == 0 ? "none" : string.Join(' ', person.Accounts);

    public static string StateOf(Person person, Instant now) =>
        !person.IsActive ? "let go" : person.LockedUntil > now ? "locked" : person.HasPassword ? "active" : "invited";

    public static Tone ToneOf(Person person, Instant now) => StateOf(person, now) switch
    {
        "active" => Tone.Up,
        "locked" => Tone.Bad,
        "invited" => Tone.Warn,
        _ => Tone.Neutral,
    };

    /// <summary>What a role is for, beside its box.</summary>
    public static string MeaningOf(Roles role) => role switch
    {
        Roles.Viewer => "looks at the accounts granted",
        Roles.Trader => "orders, runs and cash of the accounts granted",
        Roles.Risk => "raises limits, arms after a kill",
        _ => "people, accounts, the calendar; does not trade by it",
    };
}
