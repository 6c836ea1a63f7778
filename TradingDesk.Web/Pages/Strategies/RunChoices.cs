using System.Globalization;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>What the words of a declaration can be chosen to be on the desk as it is now.</summary>
internal static class RunChoices
{
    private const int StrikesShown = 5;

    public static IReadOnlyList<RunChoice> Modes { get; } =
    [
        new("paper", "paper: trades by its own strategy"),
        new("shadow", "shadow: decides beside another run, for comparison"),
        new("follow", "follow: acts on another run's signals"),
    ];

    public static IReadOnlyList<RunChoice> QuantityKinds { get; } =
        [new("lots", "a number of lots"), new("capital", "percent of the capital"), new("risk", "percent at risk to the stop")];

    public static IReadOnlyList<RunChoice> YesNo { get; } = [new("yes", "yes"), new("no", "no")];

    public static IReadOnlyList<RunChoice> Strategies(IEnumerable<StrategyKind> kinds) =>
        [.. kinds.Select(kind => new RunChoice(kind.Code, kind.Name))];

    /// <summary>What the draft says and the desk does not know stays as it is said, and the engine says what is wrong with it.</summary>
    public static IReadOnlyList<RunChoice> Instruments(IReadOnlyList<Quote> quotes, string said) =>
    [
        .. quotes.Any(quote => quote.Instrument.Key == said) ? Array.Empty<RunChoice>() : [new RunChoice(said, said)],
        .. from quote in quotes
           let instrument = quote.Instrument
           orderby InstrumentGroups.Of(instrument)
           select new RunChoice(instrument.Key, $"{Labels.ShortName(instrument)} ({Labels.Origin(instrument)})",
               InstrumentGroups.Of(instrument).ToString()),
    ];

    public static IReadOnlyList<RunChoice> Timeframes(DeskLayout layout, string said)
    {
        List<RunChoice> built = [.. layout.Timeframes.Order().Select(one => new RunChoice(one.Label.ToLowerInvariant(), one.Label))];
        if (built.All(choice => choice.Value != said)) built.Add(new RunChoice(said, $"{said}, not built now"));
        return built;
    }

    /// <summary>An index is traded by its contracts, a contract by itself; what the draft says already stays among them.</summary>
    public static IReadOnlyList<RunChoice> Contracts(InstrumentLabel? watched, string said)
    {
        var group = watched is null ? InstrumentGroup.All : InstrumentGroups.Of(watched);
        List<string> rules = [];
        if (group != InstrumentGroup.Indices) rules.Add("itself");
        if (group is not (InstrumentGroup.Futures or InstrumentGroup.Options))
        {
            rules.AddRange(["future", "atm"]);
            foreach (var way in new[] { "otm", "itm" })
                rules.AddRange(Enumerable.Range(1, StrikesShown).Select(strikes => way + strikes.ToString(CultureInfo.InvariantCulture)));
        }

        if (said.Length > 0 && !rules.Contains(said)) rules.Add(said);
        return [.. rules.Select(rule => new RunChoice(rule, RunText.Trades(rule)))];
    }

    /// <summary>Shares are for the day or delivered, contracts for the day or carried.</summary>
    public static IReadOnlyList<RunChoice> Products(InstrumentLabel? watched, string contract)
    {
        var isShare = contract == "itself" && watched is not null && InstrumentGroups.Of(watched) == InstrumentGroup.Stocks;
        return [new("mis", "MIS: for the day"), isShare ? new("cnc", "CNC: delivered") : new("nrml", "NRML: carried")];
    }

    public static IReadOnlyList<RunChoice> Leaders(IEnumerable<RunView> runs, RunView? self) =>
    [
        new("", "choose a run"),
        .. runs.Where(run => run.Id != self?.Id && run.Leader.IsNone)
            .Select(run => new RunChoice(run.Id.Number.ToString(CultureInfo.InvariantCulture), $"{run.Id.Number}: {run.Name}")),
    ];
}
