using System.Globalization;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Watch;

/// <summary>Reads a rule from its line; bad input is named by its word, with what is allowed there.</summary>
internal static class AlertParser
{
    /// <summary>A day: whoever wants to look further back wants a report.</summary>
    private const int SecondsMost = 86_400;

    /// <summary>One line of each kind, as help shows it.</summary>
    public static IReadOnlyList<string> Forms { get; } =
    [
        "price of NSE:RELIANCE above 2500",
        "RSI:14 of NSE:RELIANCE on 5m above 70",
        "EMA:9 of NSE:NIFTY on 15m crosses EMA:21",
        "day P&L of PAPER-1 below -5000",
        "total P&L of PAPER-1 above 100000",
        "drawdown of PAPER-1 above 3000",
        "run 3 is halted",
        "feed of NSE:NIFTY older than 30 seconds",
        "5 refusals of PAPER-1 within 60 seconds",
    ];

    public static ParsedAlert Read(string text, InstrumentTable instruments)
    {
        var words = new RuleWords(text);
        if (text.Length > AlertRule.TextMost || text.Any(char.IsControl))
            words.Refuse("", string.Create(CultureInfo.InvariantCulture, $"A rule is one line of at most {AlertRule.TextMost} signs."));
        var rule = words.Problem is null ? ReadKind(words, instruments) : null;
        if (rule is not null) words.End();
        return words.Problem is null ? new ParsedAlert(rule, null) : new ParsedAlert(null, words.Problem);
    }

    private static AlertRule? ReadKind(RuleWords words, InstrumentTable instruments)
    {
        if (words.Is(0, "price")) return ReadPrice(words, instruments);
        if (words.Is(0, "day") || words.Is(0, "total")) return ReadProfit(words);
        if (words.Is(0, "drawdown")) return ReadDrawdown(words);
        if (words.Is(0, "run")) return ReadRun(words);
        if (words.Is(0, "feed")) return ReadFeed(words, instruments);
        if (words.Is(1, "refusals")) return ReadRefusals(words);
        if (words.Is(1, "of")) return ReadIndicator(words, instruments);
        words.Refuse(words.First, $"begins no rule. Rules are such as: {string.Join("; ", Forms)}.");
        return null;
    }

    private static PriceAlert? ReadPrice(RuleWords words, InstrumentTable instruments)
    {
        words.OneOf("price");
        words.OneOf("of");
        var instrument = words.Instrument(instruments, "above", "below", "crosses");
        var (how, level) = (words.Comparison(), words.Price());
        return words.Problem is null ? new PriceAlert(instrument!, NameOf(instrument!, instruments), how, level) : null;
    }

    private static IndicatorAlert? ReadIndicator(RuleWords words, InstrumentTable instruments)
    {
        var column = words.Column();
        words.OneOf("of");
        var instrument = words.Instrument(instruments, "on", "above", "below", "crosses");
        words.OneOf("on");
        var (timeframe, how) = (words.Timeframe(), words.Comparison());
        var level = words.Next("a number, a column or price");
        if (words.Problem is not null) return null;
        var rule = new IndicatorAlert(column, instrument!, NameOf(instrument!, instruments), timeframe, how);
        if (level.Equals(IndicatorAlert.PriceWord, StringComparison.OrdinalIgnoreCase)) return rule;
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(level, Plain, CultureInfo.InvariantCulture, out var number)
            ? rule with { Number = number / 1.0000000000000000000000000000m } // Without the noughts behind, so that one rule has one text.
            : rule with { Other = level };
    }

    private static ProfitAlert? ReadProfit(RuleWords words)
    {
        var isInAll = words.OneOf("day", "total") == "total";
        words.OneOf("P&L");
        words.OneOf("of");
        var (account, how, level) = (words.Account(), words.Comparison(), words.Money(mayBeNegative: true));
        return words.Problem is null ? new ProfitAlert(account, isInAll, how, level) : null;
    }

    private static DrawdownAlert? ReadDrawdown(RuleWords words)
    {
        words.OneOf("drawdown");
        words.OneOf("of");
        var account = words.Account();
        words.OneOf("above");
        var level = words.Money(mayBeNegative: false);
        return words.Problem is null ? new DrawdownAlert(account, level) : null;
    }

    private static RunAlert? ReadRun(RuleWords words)
    {
        words.OneOf("run");
        var run = new RunId((short)words.Whole(1, short.MaxValue));
        words.OneOf("is");
        var state = words.OneOf([.. RunAlert.Words]);
        return words.Problem is null ? new RunAlert(run, Enum.Parse<RunState>(state, ignoreCase: true)) : null;
    }

    private static FeedAlert? ReadFeed(RuleWords words, InstrumentTable instruments)
    {
        words.OneOf("feed");
        words.OneOf("of");
        var instrument = words.Instrument(instruments, "older");
        words.OneOf("older");
        words.OneOf("than");
        var seconds = words.Whole(1, SecondsMost);
        words.OneOf("seconds");
        return words.Problem is null ? new FeedAlert(instrument!, NameOf(instrument!, instruments), seconds) : null;
    }

    private static RefusalAlert? ReadRefusals(RuleWords words)
    {
        var count = words.Whole(1, RefusalAlert.CountMost);
        words.OneOf("refusals");
        words.OneOf("of");
        var account = words.Account();
        words.OneOf("within");
        var seconds = words.Whole(1, SecondsMost);
        words.OneOf("seconds");
        return words.Problem is null ? new RefusalAlert(account, count, seconds) : null;
    }

    /// <summary>Its full name, unless another instrument is found by that; then its key.</summary>
    private static string NameOf(Instrument instrument, InstrumentTable instruments) =>
        instruments.Find(instrument.FullName).Found == instrument ? instrument.FullName : instrument.Key;
}
