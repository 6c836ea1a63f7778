using System.Globalization;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Alerts;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Journal;

namespace TradingDesk.Engine.Hosting.Trading.Words;

/// <summary>What accounts, runs and alerts are called where a journal's rows know them by numbers; what has no name is numbered.</summary>
internal sealed class JournalNames
{
    private readonly Dictionary<AccountId, string> _accounts = [];
    private readonly Dictionary<int, string> _rules = [];
    private readonly Dictionary<RunId, (AccountId Account, string Name)> _runs = [];

    /// <summary>As the running desk has them.</summary>
    public static JournalNames Of(DeskSnapshot desk)
    {
        var names = new JournalNames();
        foreach (var account in desk.Accounts) names._accounts[account.Id] = account.Name;
        foreach (var run in desk.Runs) names._runs[run.Id] = (run.Account, run.Name);
        foreach (var alert in desk.Alerts) names._rules[alert.Number] = alert.Rule;
        return names;
    }

    /// <summary>As the journal's own rows give them.</summary>
    public static JournalNames Read(JournalReader journal)
    {
        var names = new JournalNames();
        foreach (var row in journal.Namings()) names.Take(row);
        return names;
    }

    /// <summary>As it stands inside a sentence.</summary>
    public string Of(AccountId account) => _accounts.GetValueOrDefault(account) ?? Say($"account {account.Index + 1}");

    public string Of(RunId run) =>
        _runs.GetValueOrDefault(run).Name is { Length: > 0 } name ? Say($"run {run.Number} ({name})") : Say($"run {run.Number}");

    /// <summary>Null for a run that is not known.</summary>
    public AccountId? OwnerOf(RunId run) => _runs.TryGetValue(run, out var known) ? known.Account : null;

    /// <summary>An alert by its number, with its rule where that is known.</summary>
    public string OfAlert(int number) =>
        _rules.GetValueOrDefault(number) is { } rule ? Say($"Alert {number} ({rule})") : Say($"Alert {number}");

    /// <summary>The same with a great first letter.</summary>
    public static string AtStart(string name) => name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name[1..];

    private void Take(JournalRow row)
    {
        if (!SubmittedCommand.TryParse(row.Command, out var given)) return;
        var fact = row.ToFact();
        if (row.Kind == FactKind.AccountOpened) _accounts[fact.Account.Account] = given!.Account;
        else if (given!.Command is AddAlert add) _rules[fact.Alert.Number] = add.Rule;
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
