using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Observation.Alerts;
using TradingDesk.Engine.Observation.Days;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Engine.Observation.Log;
using TradingDesk.Engine.Observation.Quality;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Support;

/// <summary>A desk that shows what a test puts into it.</summary>
internal sealed class FakeDeskView : IDeskView
{
    public const int NiftyIndex = 0;
    public const int RelianceIndex = 1;
    public const int FutureIndex = 2;
    public const int CallIndex = 3;

    private static readonly Instant _morning = Instant.FromIndiaMidnight(new DateOnly(2026, 1, 5)).PlusSeconds(36_000);

    public DeskSnapshot Current { get; set; } = Open();

    public bool IsPaperOnly { get; set; } = true;

    public RungReading? Rung { get; set; }

    public DepthReading? Depth { get; set; }

    /// <summary>The answer to the next reading of history; a failed task shows as an error on the page.</summary>
    public Func<int, Instant?, Task<CandleHistory>> History { get; set; } = (_, _) => Task.FromResult(CandleHistory.Empty);

    /// <summary>The lists that histories were read with, null for those in force.</summary>
    public List<string?> HistoryLists { get; } = [];

    public static Instant Morning => _morning;

    public IReadOnlyList<IndicatorKind> IndicatorKinds { get; set; } =
    [
        new("SMA", "Simple moving average", "The mean of the last closes.",
            [new("period", "How many candles are averaged.", 1, 5_000, 20, true)], ["value"], true),
        new("SUPERTREND", "SuperTrend", "A trailing line.",
            [new("period", "The range's span.", 1, 5_000, 10, true), new("multiplier", "Ranges away.", 0.1, 20, 3, false)],
            ["value", "direction"], true),
        new("RSI", "Relative strength index", "Gains in all movement.",
            [new("period", "Changes averaged.", 2, 5_000, 14, true)], ["value"], false),
    ];

    public static IReadOnlyList<IndicatorColumn> Columns { get; } =
    [
        new("SMA:9", "SMA:9", "value", true) { WarmUp = 9 },
        new("SUPERTREND:10:3.value", "SUPERTREND:10:3", "value", true) { WarmUp = 10 },
        new("SUPERTREND:10:3.direction", "SUPERTREND:10:3", "direction", true) { WarmUp = 10, Look = IndicatorLook.Colour },
        new("RSI:14", "RSI:14", "value", false) { WarmUp = 15, Guides = [30, 70] },
    ];

    public List<IndicatorVersion> Versions { get; } = [];

    /// <summary>Why the versions cannot be read, null when they can.</summary>
    public IOException? VersionsFailure { get; set; }

    /// <summary>What a review of lists answers; good unless a test says otherwise.</summary>
    public Func<string, IndicatorReview> Review { get; set; } = text => new IndicatorReview(text, []);

    public Func<string?, Task<IReadOnlyList<FlipCount>>> Flips { get; set; } = _ => Task.FromResult<IReadOnlyList<FlipCount>>([]);

    public List<CalendarChange> Changes { get; } = [];

    public IReadOnlyList<CalendarChange> CalendarChanges => Changes;

    public IReadOnlyList<StrategyKind> StrategyKinds { get; set; } =
    [
        new("ma_crossover", "Moving average crossover", "Buys when the short average crosses above the long one.",
        [
            new("short_window", "Candles of the short average.", 2, 500, 10, true),
            new("long_window", "Candles of the long average.", 3, 2_000, 50, true),
            new("min_confidence", "Signals below it are recorded only.", 0, 1, 0.7, false),
        ]),
    ];

    /// <summary>What is said of a declaration; by default that it is good as it stands.</summary>
    public Func<string, RunReview> RunReviews { get; set; } = words => new RunReview(words, []);

    public RunReview ReviewRun(string words) => RunReviews(words);

    /// <summary>The signals of any run.</summary>
    public Func<RunId, Task<IReadOnlyList<SignalView>>> Signals { get; set; } = _ => Task.FromResult<IReadOnlyList<SignalView>>([]);

    public Task<IReadOnlyList<SignalView>> ReadSignalsAsync(RunId run, int count, CancellationToken cancel) => Signals(run);

    /// <summary>What a ticket would be and cost, and the ticket last asked about.</summary>
    public OrderReview OrderReview { get; set; } = new()
    {
        Value = default,
        Need = default,
        Charges = default,
        Free = default,
        Slices = 1,
        Lots = 1,
        Problems = [],
    };

    public PlaceOrder? Reviewed { get; private set; }

    public Dictionary<int, OrderLife> Lives { get; } = [];

    /// <summary>What the journal tells of refused intents; a failed task shows as an error on the page.</summary>
    public Func<AccountId, Task<IReadOnlyList<OrderView>>> Denied { get; set; } = _ => Task.FromResult<IReadOnlyList<OrderView>>([]);

    public IReadOnlyList<string> AlertForms { get; } = ["price of NSE:RELIANCE above 2500", "run 3 is halted"];

    /// <summary>What is said of every rule.</summary>
    public AlertReview AlertReview { get; set; } = new("price of NSE:RELIANCE above 2500.00", "", "", "");

    public AlertReview ReviewAlert(string rule) => AlertReview;

    public OrderReview ReviewOrder(AccountId account, PlaceOrder order)
    {
        Reviewed = order;
        return OrderReview;
    }

    public Task<OrderLife> ReadOrderLifeAsync(int intent, CancellationToken cancel) =>
        Task.FromResult(Lives.GetValueOrDefault(intent, OrderLife.None));

    public Task<IReadOnlyList<OrderView>> ReadDeniedAsync(AccountId account, CancellationToken cancel) => Denied(account);

    /// <summary>What the journal tells of trades; a failed task shows as an error on the page.</summary>
    public Func<AccountId, Task<IReadOnlyList<TradeView>>> Trades { get; set; } = _ => Task.FromResult<IReadOnlyList<TradeView>>([]);

    public Task<IReadOnlyList<TradeView>> ReadTradesAsync(AccountId account, int count, CancellationToken cancel) => Trades(account);

    /// <summary>What the log tells; a failed task shows as an error on the page.</summary>
    public Func<LogQuery, Task<LogPage>> Log { get; set; } = _ => Task.FromResult(LogPage.Empty);

    public Task<LogPage> ReadLogAsync(LogQuery query, CancellationToken cancel) => Log(query);

    /// <summary>The exchanges' calendar; the built-in one unless a test says otherwise.</summary>
    public TradingCalendar Exchanges { get; set; } = TradingCalendar.BuiltIn();

    public IReadOnlyList<MarketDay> ReadDays(string exchange, DateOnly first, DateOnly last) =>
    [
        .. from day in Enumerable.Range(first.DayNumber, last.DayNumber - first.DayNumber + 1)
           from part in DayViews.Shown
           select Exchanges.View(new TradingHours(Enum.Parse<Exchange>(exchange, ignoreCase: true), part), DateOnly.FromDayNumber(day)),
    ];

    public MarketDay ReadDay(InstrumentId instrument, DateOnly day) => Exchanges.View(TradingHours.NseStocks, day);

    public Task<IReadOnlyList<DayQualityView>> ReadQualityAsync(
        InstrumentId instrument, DateOnly first, DateOnly last, CancellationToken cancel) => Task.FromResult(Quality);

    public IReadOnlyList<DayQualityView> Quality { get; set; } = [];

    public RungReading? ReadRung(InstrumentId instrument, Timeframe timeframe) => Rung;

    public DepthReading? ReadDepth(InstrumentId instrument) => Depth;

    public Task<CandleHistory> ReadHistoryAsync(
        InstrumentId instrument, Timeframe timeframe, int count, Instant? before, string? indicators, CancellationToken cancel)
    {
        HistoryLists.Add(indicators);
        return History(count, before);
    }

    public Task<IReadOnlyList<FlipCount>> CountFlipsAsync(
        InstrumentId instrument, Timeframe timeframe, int candles, string? indicators, CancellationToken cancel) => Flips(indicators);

    public IndicatorReview ReviewIndicators(string text) => Review(text);

    public Task<IReadOnlyList<IndicatorVersion>> ReadIndicatorVersionsAsync(CancellationToken cancel) => VersionsFailure is { } failure
        ? Task.FromException<IReadOnlyList<IndicatorVersion>>(failure)
        : Task.FromResult<IReadOnlyList<IndicatorVersion>>([.. Versions]);

    /// <summary>The same desk one quote further.</summary>
    public void Trade(int index, decimal rupees)
    {
        var quotes = Current.Quotes.All.ToArray();
        quotes[index] = quotes[index] with { Last = Price.FromRupees(rupees), Ticks = quotes[index].Ticks + 1 };
        Current = Current with { Number = Current.Number + 1, Quotes = new QuoteBoard(quotes) };
    }

    public static CandleView Candle(int minute, decimal close, string quality = "") => new(_morning.PlusSeconds(minute * 60L),
        Price.FromRupees(close - 1), Price.FromRupees(close + 2), Price.FromRupees(close - 3), Price.FromRupees(close), 1_000, 20, quality);

    public static IReadOnlyList<double?> Values(double? sma) => [sma, 24_900.5, 1, 55.25];

    private static DeskSnapshot Open() => new(
        1,
        new MarketStatus(true, "NSE", MarketPhase.Open, _morning, _morning.PlusSeconds(3_661), 1),
        new QuoteBoard(
        [
            Quote(NiftyIndex, "NIFTY", "Index", 25_898.95m, 25_842.10m),
            Quote(RelianceIndex, "RELIANCE", "Equity", 1_404.30m, 1_412.00m, "Reliance Industries"),
            Quote(FutureIndex, "NIFTY26JANFUT", "Future", 25_950.00m, 25_900.00m, lot: 65),
            Quote(CallIndex, "NIFTY26JAN26000CE", "Call", null, 182.35m, lot: 65, verified: false),
        ]),
        new DeskLayout(1, [new(60), new(300), new(3_600), Timeframe.Day]),
        new DeskHealth(_morning, 412.4, new LineDepths(3, 10_000, 12, 5_000, 0), default,
            new PartState(PartHealth.Well, "Writing.", 1_200, 0, 0), new PartState(PartHealth.Well, "Writing.", 900, 0, 0)))
    {
        IsReady = true,
        Indicators = new IndicatorsInForce(3, "SMA:9,SUPERTREND:10:3,RSI:14"),
    };

    private static Quote Quote(int id, string symbol, string kind, decimal? last, decimal close, string name = "", int lot = 1,
        bool verified = true) => new(
            new InstrumentLabel(new InstrumentId(id), $"1:{id + 100}", kind is "Future" or "Call" ? "NFO" : "NSE", symbol,
                name.Length == 0 ? symbol : name, kind, lot, Price.FromPaise(5), null, null, verified),
            last is { } rupees ? Price.FromRupees(rupees) : null, Price.FromRupees(close), Price.FromRupees(close),
            Price.FromRupees(close + 10), Price.FromRupees(close - 10), 1_234_567, _morning, 10);
}
