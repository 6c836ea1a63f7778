using TradingDesk.Engine.Commands;

namespace TradingDesk.Engine.People;

/// <summary>What a person may be called, and which accounts and roles can be given.</summary>
public static class PersonRules
{
    public const int NameMost = 32;
    public const int PeopleMost = 100;

    private const int NameLeast = 2;
    private const int AccountsMost = 64;

    public static string NameAllowed { get; } = $"{NameLeast} to {NameMost} small letters, digits and . - _, with a letter first";

    /// <summary>What is wrong with a name, or empty.</summary>
    public static string RefuseName(string name)
    {
        var isForm = name.Length is >= NameLeast and <= NameMost && char.IsAsciiLetterLower(name[0])
            && name.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign is '.' or '-' or '_');
        if (!isForm) return $"A name is {NameAllowed}.";
        return Principal.Reserved.Contains(name) ? $"The name {name} is the desk's own; take another." : "";
    }

    /// <summary>What is wrong with roles and accounts together, or empty.</summary>
    public static string RefuseGrants(Roles roles, IReadOnlyList<string> accounts)
    {
        const Roles Known = Roles.Viewer | Roles.Trader | Roles.Risk | Roles.Admin;
        if (roles == Roles.None || (roles & ~Known) != 0) return "A person holds at least one of the roles viewer, trader, risk and admin.";
        if (accounts.Count > AccountsMost || accounts.Distinct(StringComparer.Ordinal).Count() != accounts.Count)
            return $"At most {AccountsMost} accounts can be granted, each once.";
        return accounts.All(account => account == Person.EveryPaperAccount || IsAccount(account))
            ? ""
            : "An account is granted by its name, or every paper account by *.";
    }

    private static bool IsAccount(string name) =>
        name.Length is > 0 and <= NameMost && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '.');
}
