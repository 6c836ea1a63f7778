using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Observation.Alerts;
using TradingDesk.Engine.Observation.Days;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Engine.Observation.Log;
using TradingDesk.Engine.Observation.Quality;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Granted;

/// <summary>The desk as somebody sees it who is granted some accounts: of all others there is nothing, whatever is asked for.</summary>
internal sealed class GrantedView(IDeskView whole, IReadOnlyList<string> accounts) : IDeskView
{
    private const string UnknownAccount = "account-unknown";

    private Seen _seen = new(DeskSnapshot.Empty, DeskSnapshot.Empty);

    /// <summary>Made once a snapshot; what did not change on the desk is the same object here too.</summary>
    public DeskSnapshot Current
    {
        get
        {
            var all = whole.Current;
            var seen = Volatile.Read(ref _seen);
            if (ReferenceEquals(seen.Of, all)) return seen.Granted;
            seen = new Seen(all, Grant(all, seen));
            Volatile.Write(ref _seen, seen);
            return seen.Granted;
        }
    }

    public bool IsPaperOnly => whole.IsPaperOnly;

    public IReadOnlyList<IndicatorKind> IndicatorKinds => whole.IndicatorKinds;

    public IReadOnlyList<string> AlertForms => whole.AlertForms;

    public IReadOnlyList<StrategyKind> StrategyKinds => whole.StrategyKinds;

    public IReadOnlyList<CalendarChange> CalendarChanges => whole.CalendarChanges;

    public RungReading? ReadRung(InstrumentId instrument, Timeframe timeframe) => whole.ReadRung(instrument, timeframe);

    public DepthReading? ReadDepth(InstrumentId instrument) => whole.ReadDepth(instrument);

    public Task<CandleHistory> ReadHistoryAsync(
        InstrumentId instrument, Timeframe timeframe, int count, Instant? before, string? indicators, CancellationToken cancel) =>
        whole.ReadHistoryAsync(instrument, timeframe, count, before, indicators, cancel);

    public Task<IReadOnlyList<FlipCount>> CountFlipsAsync(
        InstrumentId instrument, Timeframe timeframe, int candles, string? indicators, CancellationToken cancel) =>
        whole.CountFlipsAsync(instrument, timeframe, candles, indicators, cancel);

    public IndicatorReview ReviewIndicators(string text) => whole.ReviewIndicators(text);

    public Task<IReadOnlyList<IndicatorVersion>> ReadIndicatorVersionsAsync(CancellationToken cancel) =>
        whole.ReadIndicatorVersionsAsync(cancel);

    public IReadOnlyList<MarketDay> ReadDays(string exchange, DateOnly first, DateOnly last) => whole.ReadDays(exchange, first, last);

    public MarketDay ReadDay(InstrumentId instrument, DateOnly day) => whole.ReadDay(instrument, day);

    public Task<IReadOnlyList<DayQualityView>> ReadQualityAsync(
        InstrumentId instrument, DateOnly first, DateOnly last, CancellationToken cancel) =>
        whole.ReadQualityAsync(instrument, first, last, cancel);

    public OrderReview ReviewOrder(AccountId account, PlaceOrder order) => IsGranted(account)
        ? whole.ReviewOrder(account, order)
        : throw new InvalidOperationException("An order is reviewed for an account that is not granted.");

    /// <summary>Of an account that is not granted the same is said as of one that there is not, and no other is named.</summary>
    public AlertReview ReviewAlert(string rule)
    {
        var review = whole.ReviewAlert(rule);
        var isHidden = new HiddenNames(whole.Current, accounts).AreIn(rule);
        return isHidden || review.Code == UnknownAccount
            ? review with { Text = "", Code = UnknownAccount, Problem = $"That is no account of yours: {string.Join(", ", accounts)}." }
            : review;
    }

    public async Task<OrderLife> ReadOrderLifeAsync(int intent, CancellationToken cancel)
    {
        var life = await whole.ReadOrderLifeAsync(intent, cancel);
        return life.Steps.Count > 0 && IsGranted(life.Account) ? life : OrderLife.None;
    }

    public async Task<IReadOnlyList<OrderView>> ReadDeniedAsync(AccountId account, CancellationToken cancel) =>
        IsGranted(account) ? await whole.ReadDeniedAsync(account, cancel) : [];

    public async Task<IReadOnlyList<TradeView>> ReadTradesAsync(AccountId account, int count, CancellationToken cancel) =>
        IsGranted(account) ? await whole.ReadTradesAsync(account, count, cancel) : [];

    public async Task<LogPage> ReadLogAsync(LogQuery query, CancellationToken cancel)
    {
        if (query.Account is { } account && !IsGranted(account)) return LogPage.Empty;
        var page = await whole.ReadLogAsync(query, cancel);
        var hidden = new HiddenNames(whole.Current, accounts);
        return page with { Lines = [.. page.Lines.Where(IsSeen).Select(line => Grant(line, hidden))] };
    }

    public RunReview ReviewRun(string words) => whole.ReviewRun(words);

    public async Task<IReadOnlyList<SignalView>> ReadSignalsAsync(RunId run, int count, CancellationToken cancel) =>
        Current.Runs.Any(one => one.Id == run) ? await whole.ReadSignalsAsync(run, count, cancel) : [];

    private bool IsGranted(AccountId id) => Current.Accounts.Any(account => account.Id == id);

    private DeskSnapshot Grant(DeskSnapshot all, Seen before)
    {
        var ids = all.Accounts.Where(account => accounts.Contains(account.Name)).Select(account => account.Id).ToHashSet();
        var hidden = new HiddenNames(all, accounts);
        var (was, had) = (before.Of, before.Granted);
        IReadOnlyList<AccountView> seen = Same(was.Accounts, all.Accounts)
            ? had.Accounts : [.. all.Accounts.Where(account => ids.Contains(account.Id))];
        return all with
        {
            Accounts = seen,
            SquareOffTrouble = Same(was.Accounts, all.Accounts) ? had.SquareOffTrouble : MissedSquareOffs.Of(seen),
            Runs = Same(was.Runs, all.Runs) ? had.Runs : [.. all.Runs.Where(run => ids.Contains(run.Account))],
            Risks = Same(was.Risks, all.Risks) ? had.Risks : [.. all.Risks.Where(risk => ids.Contains(risk.Account))],
            Alerts = Same(was.Alerts, all.Alerts) ? had.Alerts : [.. all.Alerts.Where(alert => !hidden.AreIn(alert.Rule))],
            Kills = Same(was.Kills, all.Kills) ? had.Kills : [.. all.Kills.Where(kill => IsSeen(kill.Account)).Select(Grant)],
        };
    }

    private Safety.KillView Grant(Safety.KillView kill) => kill with
    {
        Orders = [.. kill.Orders.Where(order => IsSeen(order.Account))],
        Positions = [.. kill.Positions.Where(position => IsSeen(position.Account))],
    };

    /// <summary>The desk's own kill switch concerns everybody.</summary>
    private bool IsSeen(string account) => account.Length == 0 || accounts.Contains(account);

    /// <summary>An alert's line only while the alert itself is seen: its rule may name an account.</summary>
    private bool IsSeen(LogLine line) =>
        IsSeen(line.Account) && (line.Alert == 0 || Current.Alerts.Any(alert => alert.Number == line.Alert));

    /// <summary>A run may be declared to follow one of another account.</summary>
    private static LogLine Grant(LogLine line, HiddenNames hidden) => line with
    {
        Before = hidden.AreIn(line.Before) ? "" : line.Before,
        After = hidden.AreIn(line.After) ? "" : line.After,
    };

    private static bool Same<T>(IReadOnlyList<T> was, IReadOnlyList<T> now) => ReferenceEquals(was, now);

    /// <summary>A snapshot of the desk and what of it is granted.</summary>
    private sealed record Seen(DeskSnapshot Of, DeskSnapshot Granted);
}
