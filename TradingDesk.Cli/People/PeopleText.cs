using System.Globalization;
using System.Text;
using TradingDesk.Engine.Hosting.Operating;

namespace TradingDesk.Cli.People;

/// <summary>Who may sit at the desk, as a person at its machine reads it.</summary>
internal static class PeopleText
{
    private static readonly string[] _titles = ["name", "roles", "accounts", "authenticator", "state"];

    /// <summary>With nobody there the answer is the link by which the first person is made.</summary>
    public static string Of(IReadOnlyList<OperatorPerson> people, string setupLink)
    {
        if (people.Count == 0)
            return $"Nobody can sign in yet. Make the first person here:\n\n    {setupLink}\n\nIt is good until somebody used it.";
        string[][] rows = [_titles, .. people.Select(Cells)];
        var widths = _titles.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
            text.Append(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()).Append('\n');
        return text.ToString();
    }

    private static string[] Cells(OperatorPerson person) =>
    [
        person.Name, person.Roles, person.Accounts is ["*"] ? "every" : string.Join(' ', person.Accounts),
        person.HasSecondFactor ? "yes" : "no", StateOf(person),
    ];

    private static string StateOf(OperatorPerson person) =>
        !person.IsActive ? "let go"
        : person.LockedUntil.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"locked until {person.LockedUntil}")
        : person.HasPassword ? "" : "invited";
}
