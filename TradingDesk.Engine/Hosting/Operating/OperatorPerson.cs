using System.Globalization;
using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Operating;

/// <summary>A person as the command line shows them.</summary>
internal sealed record OperatorPerson(string Name, string Roles, IReadOnlyList<string> Accounts, bool IsActive, bool HasSecondFactor,
    bool HasPassword, string LockedUntil)
{
    public static OperatorPerson Of(Person person, Instant now) => new(
        person.Name, person.Roles.ToString().ToLowerInvariant(), person.Accounts, person.IsActive, person.HasSecondFactor,
        person.HasPassword, person.LockedUntil > now ? WordsOf(person.LockedUntil) : "");

    private static string WordsOf(Instant until) => string.Create(CultureInfo.InvariantCulture, $"{until.ToIndia():yyyy-MM-dd HH:mm} IST");
}
