using System.Globalization;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Watch;

/// <summary>Whether what a rule names is there: its account, its timeframe, its columns in the list in force.</summary>
/// <param name="lists">The indicator lists in force; null when they cannot be read.</param>
/// <param name="timeframes">Those that the desk builds.</param>
/// <param name="accounts">The accounts' names.</param>
/// <param name="runs">How many runs were declared; they are numbered from 1.</param>
internal sealed class AlertCheck(
    IndicatorLists? lists, IReadOnlyList<Timeframe> timeframes, IReadOnlyCollection<string> accounts, int runs)
{
    /// <summary>The rule of a line, or what is wrong with the line.</summary>
    public ParsedAlert Of(string text, InstrumentTable instruments)
    {
        var parsed = AlertParser.Read(text, instruments);
        return parsed.Rule is { } rule ? Of(rule) : parsed;
    }

    /// <summary>The rule with its columns written as the list writes them, or what is wrong with it.</summary>
    public ParsedAlert Of(AlertRule rule)
    {
        if (rule is IndicatorAlert indicator) return OfIndicator(indicator);
        if (rule is RunAlert { Run.Number: var run } && run > runs) return NoRun(run);
        if (rule.AccountName.Length == 0 || accounts.Contains(rule.AccountName)) return new ParsedAlert(rule, null);
        var known = accounts.Count == 0 ? "none is opened yet" : $"there are {string.Join(", ", accounts)}";
        return Wrong(RefusalCode.AccountUnknown, rule.AccountName, $"is no account: {known}.");
    }

    private ParsedAlert OfIndicator(IndicatorAlert rule)
    {
        if (!timeframes.Contains(rule.Timeframe))
        {
            var built = string.Join(", ", timeframes.Select(timeframe => timeframe.Label));
            return Wrong(RefusalCode.AlertTimeframeUnknown, rule.Timeframe.Label, $"is not built by the desk: there are {built}.");
        }

        var columns = lists?.For(rule.Instrument.Id, rule.Timeframe).Columns ?? [];
        if (Find(columns, rule.Column) is not { } column) return NoColumn(rule.Column, columns, rule);
        if (rule.Other.Length == 0) return new ParsedAlert(rule with { Column = column }, null);
        if (Find(columns, rule.Other) is not { } other) return NoColumn(rule.Other, columns, rule);
        return column == other
            ? Wrong(RefusalCode.AlertNotAllowed, rule.Other, "is the column itself: compare it with another, a number or price.")
            : new ParsedAlert(rule with { Column = column, Other = other }, null);
    }

    private static string? Find(IReadOnlyList<string> columns, string name) =>
        columns.FirstOrDefault(column => column.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static ParsedAlert NoColumn(string name, IReadOnlyList<string> columns, IndicatorAlert rule)
    {
        var place = $"{rule.Name} on {rule.Timeframe.Label}";
        var known = columns.Count == 0 ? "it has none" : $"there are {string.Join(", ", columns)}";
        return Wrong(RefusalCode.AlertColumnUnknown, name, $"is no column of {place}: {known}.");
    }

    private ParsedAlert NoRun(int run)
    {
        var number = run.ToString(CultureInfo.InvariantCulture);
        return Wrong(RefusalCode.RunUnknown, number, runs == 0
            ? "is no run: none was declared yet."
            : string.Create(CultureInfo.InvariantCulture, $"is no run: they are numbered from 1 to {runs}."));
    }

    private static ParsedAlert Wrong(RefusalCode code, string word, string sentence) =>
        new(null, new AlertProblem(code, word, $"'{word}' {sentence}"));
}
