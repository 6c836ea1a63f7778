using System.Globalization;

namespace TradingDesk.Engine.Observation.Granted;

/// <summary>Accounts and runs that somebody is not granted, to be looked for in what alerts and declarations are written in.</summary>
internal sealed class HiddenNames
{
    private const string Run = "run";
    private const string Leader = "leader=";

    private readonly HashSet<string> _accounts;
    private readonly HashSet<int> _runs;

    public HiddenNames(DeskSnapshot all, IReadOnlyList<string> granted)
    {
        var hidden = all.Accounts.Where(account => !granted.Contains(account.Name)).ToArray();
        var ids = hidden.Select(account => account.Id).ToHashSet();
        _accounts = hidden.Select(account => account.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _runs = [.. all.Runs.Where(run => ids.Contains(run.Account)).Select(run => (int)run.Id.Number)];
    }

    /// <summary>Whether a rule or a declaration names one: `day P&amp;L of PAPER-2 ...`, `run 3 is ...`, `leader=3`.</summary>
    public bool AreIn(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < words.Length; at++)
        {
            if (_accounts.Contains(words[at])) return true;
            if (at > 0 && words[at - 1].Equals(Run, StringComparison.OrdinalIgnoreCase) && IsRun(words[at])) return true;
            if (words[at].StartsWith(Leader, StringComparison.OrdinalIgnoreCase) && IsRun(words[at][Leader.Length..])) return true;
        }

        return false;
    }

    private bool IsRun(string number) =>
        int.TryParse(number, NumberStyles.Integer, CultureInfo.InvariantCulture, out var run) && _runs.Contains(run);
}
