using System.Globalization;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Strategies;

namespace TradingDesk.Engine.Runs;

/// <summary>Reads a run's declaration from words such as `strategy=scalper`; each problem names its word and what is allowed.</summary>
internal sealed class RunWords
{
    private const int NameMost = 40;
    private static readonly string[] _known =
    [
        "name", "strategy", "instrument", "contract", "timeframe", "mode", "leader", "capital", "quantity", "product", "window",
        "square-off", "every", "short",
    ];

    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    private RunWords(string text)
    {
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = word.IndexOf('=', StringComparison.Ordinal);
            if (cut <= 0) _problems.Add($"{word}: expected a name, = and a value");
            else if (!_words.TryAdd(word[..cut], Uri.UnescapeDataString(word[(cut + 1)..]))) _problems.Add($"{word[..cut]}: stands twice");
        }
    }

    /// <summary>The declaration, or null with the problems.</summary>
    public static RunSpec? Read(
        string text, InstrumentTable instruments, IReadOnlyList<StrategyDescription> strategies, out IReadOnlyList<string> problems)
    {
        var words = new RunWords(text);
        problems = words._problems;
        var spec = words.Read(instruments, strategies);
        return words._problems.Count == 0 ? spec : null;
    }

    private RunSpec? Read(InstrumentTable instruments, IReadOnlyList<StrategyDescription> strategies)
    {
        var code = Word("strategy", "");
        var strategy = strategies.FirstOrDefault(known => known.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
        if (strategy is null)
            _problems.Add($"strategy: must be one of {string.Join(", ", strategies.Select(known => known.Code))}");
        var match = instruments.Find(Word("instrument", ""));
        if (match.Found is null) _problems.Add($"instrument: {match.Problem}");
        var spec = strategy is null || match.Found is not { } watched ? null : Compose(strategy, watched);
        foreach (var word in _words.Keys)
        {
            var isKnown = _known.Contains(word) || strategy?.Parameters.Any(parameter => parameter.Name == word) != false;
            if (!isKnown) _problems.Add($"{word}: no such word; known: {string.Join(", ", _known)} and the strategy's parameters");
        }

        return spec;
    }

    private RunSpec Compose(StrategyDescription strategy, Instrument watched)
    {
        var isIndex = watched.Kind == InstrumentKind.Index;
        var contract = Value<ContractRule>("contract", isIndex ? "future" : "itself", ContractRule.TryParse, ContractRule.Allowed);
        var mode = OneOf("mode", RunMode.Paper);
        var leader = Value<short>("leader", "0", TryNumber, "a run's number");
        var spec = new RunSpec
        {
            Name = NameOf(strategy, watched),
            Strategy = strategy,
            Settings = SettingsOf(strategy),
            Watched = watched,
            Contract = contract,
            Timeframe = Value<Timeframe>("timeframe", "5m", TryTimeframe, Timeframe.Allowed),
            Mode = mode,
            Leader = new RunId(leader),
            Capital = Value<Money>("capital", "200000", TryMoney, "rupees above 0 and up to 100 crore"),
            Quantity = Value<QuantityRule>("quantity", "lots:1", QuantityRule.TryParse, QuantityRule.Allowed),
            Product = OneOf("product", Product.Mis),
            Schedule = ScheduleOf(),
            MayGoShort = Value<bool>("short", "yes", TryYesNo, "yes or no"),
        };
        Check(spec, isIndex);
        return spec;
    }

    /// <summary>What makes no sense together though each word is allowed.</summary>
    private void Check(RunSpec spec, bool isIndex)
    {
        if (spec.Contract.Kind == ContractKind.Itself && isIndex)
            _problems.Add("contract: an index cannot be traded itself; future, atm, otm1 or itm1 can");
        if (spec.Contract.Kind != ContractKind.Itself && spec.Product == Product.Cnc)
            _problems.Add("product: a contract is mis or nrml; cnc is for shares");
        if (spec.Contract.Kind == ContractKind.Itself && spec.Product == Product.Nrml && spec.Watched.Kind == InstrumentKind.Equity)
            _problems.Add("product: a share is mis or cnc; nrml is for contracts");
        if (spec.Product == Product.Cnc && spec.MayGoShort) _problems.Add("short: delivered shares cannot be sold short; write short=no");
        if (spec.Mode is RunMode.Shadow or RunMode.Follow == spec.Leader.IsNone)
            _problems.Add("leader: a shadow or a follower names the run it is bound to, and no other run does");
        if (spec.Quantity.Kind == QuantityKind.Risk && spec.Contract.Kind == ContractKind.Option)
            _problems.Add("quantity: a risk between entry and stop is none of an option's; write lots or capital");
        if (spec.Strategy.NeedsVolume && isIndex)
            _problems.Add($"instrument: {spec.Strategy.Code} needs traded volume, which an index has not; name its future or a stock");
        if (spec.Strategy.Refuse?.Invoke(spec.Settings) is { } refusal) _problems.Add(refusal);
    }

    private StrategySettings SettingsOf(StrategyDescription strategy)
    {
        var numbers = new double[strategy.Parameters.Count];
        for (var place = 0; place < numbers.Length; place++)
        {
            var parameter = strategy.Parameters[place];
            numbers[place] = parameter.Default;
            if (!_words.TryGetValue(parameter.Name, out var text)) continue;
            numbers[place] = NumberOf(text);
            if (!parameter.Allows(numbers[place])) _problems.Add($"{parameter.Name}: must be {parameter.AllowedInsteadOf(numbers[place])}");
        }

        return new StrategySettings(strategy.Parameters, numbers);
    }

    private RunSchedule ScheduleOf()
    {
        var window = Word("window", "always");
        if (!RunSchedule.TryParseWindow(window, out var from, out var to))
            _problems.Add($"window: must be {RunSchedule.WindowAllowed}, or always");
        var squareOff = Word("square-off", "none");
        var time = default(TimeOnly);
        if (squareOff != "none" && !RunSchedule.TryParseTime(squareOff, out time))
            _problems.Add($"square-off: must be {RunSchedule.TimeAllowed}");
        var every = Value<short>("every", "1", TryNumber, $"seconds from 1 to {RunSchedule.EveryMost}");
        if (every is < 1 or > RunSchedule.EveryMost) _problems.Add($"every: must be seconds from 1 to {RunSchedule.EveryMost}");
        return new RunSchedule(from, to, squareOff == "none" ? null : time, every);
    }

    private string NameOf(StrategyDescription strategy, Instrument watched)
    {
        var name = Word("name", $"{strategy.Name} on {watched.Symbol}").Trim();
        if (name.Length > NameMost && !_words.ContainsKey("name")) name = name[..NameMost].TrimEnd();
        if (name.Length is 0 or > NameMost || name.Any(char.IsControl)) _problems.Add($"name: must be 1 to {NameMost} signs");
        return name;
    }

    private string Word(string name, string otherwise) => _words.GetValueOrDefault(name, otherwise);

    private T Value<T>(string name, string otherwise, TryRead<T> read, string allowed)
    {
        if (!read(Word(name, otherwise), out var value)) _problems.Add($"{name}: must be {allowed}");
        return value;
    }

    private T OneOf<T>(string name, T otherwise)
        where T : struct, Enum
    {
        if (!_words.TryGetValue(name, out var text)) return otherwise;
        if (Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0])) return value;
        _problems.Add($"{name}: must be one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}");
        return otherwise;
    }

    /// <summary>NaN, which no parameter allows, for what is no plain number.</summary>
    private static double NumberOf(string text)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return double.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
    }

    private static bool TryTimeframe(string text, out Timeframe timeframe) => Timeframe.TryParse(text, out timeframe);

    private static bool TryNumber(string text, out short number) =>
        short.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool TryMoney(string text, out Money money)
    {
        var isRead = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rupees)
            && rupees is > 0 and <= Limits.CashRupeesMost;
        money = isRead ? Money.FromRupees(rupees) : default;
        return isRead;
    }

    private static bool TryYesNo(string text, out bool yes)
    {
        yes = text == "yes";
        return text is "yes" or "no";
    }

    private delegate bool TryRead<T>(string text, out T value);
}
