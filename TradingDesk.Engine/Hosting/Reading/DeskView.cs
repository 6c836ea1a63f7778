using System.Collections.Concurrent;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting.Calendars;
using TradingDesk.Engine.Hosting.Trading;
using TradingDesk.Engine.Hosting.Trading.Words;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Catalogue;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Line;
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
using TradingDesk.Engine.Runs;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Strategies.Catalogue;
using TradingDesk.Engine.Watch;

namespace TradingDesk.Engine.Hosting.Reading;

/// <summary>The public window over a running desk: snapshots of the projector, levels of the board, candles of the store.</summary>
internal sealed class DeskView(
    DeskPlan plan, DeskProjector projector, LevelBoard board, CandleReader reader, CalendarBook book,
    QualityHistory quality, Func<IReadOnlyList<IndicatorVersion>> versions, OrderHistory orders)
    : IDeskView
{
    private const int CandlesMost = 5_000;
    private const int DaysMost = 4_000;
    private const int FlipCandlesMost = 500;
    private const int TradesMost = 1_000;

    /// <summary>The last reading of each rung that any page looked at, so that all pages share one object.</summary>
    private readonly ConcurrentDictionary<(InstrumentId, Timeframe), ((int, int, int) Stamp, RungReading Reading)> _read = new();

    private readonly ConcurrentDictionary<InstrumentId, (int Version, DepthReading Reading)> _books = new();
    private readonly ChartHistory _history = new(plan, board, reader);
    private readonly OrderReviews _reviews = new(plan, board);
    private readonly AlertReviews _alerts = new(plan, board);
    private readonly FlipHistory _flips = new(plan, board, reader);
    private volatile ReadableLists _inForce = new(plan.Indicators, plan.Instruments);

    public bool IsPaperOnly { get; init; } = true;

    public DeskSnapshot Current => projector.Current;

    /// <summary>Done once the past has joined the line; what is asked of stored candles before is answered then.</summary>
    public Task Joined { get; init; } = Task.CompletedTask;

    public IReadOnlyList<IndicatorKind> IndicatorKinds { get; } = [.. IndicatorCatalog.All.Select(KindOf)];

    public IReadOnlyList<StrategyKind> StrategyKinds { get; } = [.. StrategyCatalog.All.Select(known => new StrategyKind(
        known.Code, known.Name, known.Help, [.. known.Parameters.Select(NumberOf)]))];

    public RunReview ReviewRun(string words) => RunWords.Read(words, plan.Instruments, StrategyCatalog.All, out var problems) is { } spec
        ? new RunReview(spec.ToText(), []) { Needed = spec.Needed, History = spec.History, Indicators = spec.Indicators }
        : new RunReview("", problems);

    public Task<IReadOnlyList<SignalView>> ReadSignalsAsync(RunId run, int count, CancellationToken cancel) =>
        Task.Run(() => orders.ReadSignals(run, Math.Clamp(count, 1, TradesMost), ReasonsOf(run)), cancel);

    public RungReading? ReadRung(InstrumentId instrument, Timeframe timeframe)
    {
        var rungs = board.Rungs;
        for (var rung = 0; rung < rungs.Timeframes.Count; rung++)
        {
            if (rungs.Timeframes[rung] == timeframe) return Read(rungs, instrument, rung, timeframe);
        }

        return null;
    }

    public OrderReview ReviewOrder(AccountId account, PlaceOrder order) => _reviews.Review(account, order);

    public IReadOnlyList<string> AlertForms => AlertParser.Forms;

    public AlertReview ReviewAlert(string rule) => _alerts.Review(rule);

    public Task<OrderLife> ReadOrderLifeAsync(int intent, CancellationToken cancel) =>
        Task.Run(() => orders.ReadLife(intent, plan.Instruments, reader), cancel);

    public Task<IReadOnlyList<OrderView>> ReadDeniedAsync(AccountId account, CancellationToken cancel) =>
        Task.Run(() => orders.ReadDenied(account, plan.Instruments), cancel);

    public Task<IReadOnlyList<TradeView>> ReadTradesAsync(AccountId account, int count, CancellationToken cancel) =>
        Task.Run(() => orders.ReadTrades(account, Math.Clamp(count, 1, TradesMost), plan.Instruments, ReasonsOf), cancel);

    public Task<LogPage> ReadLogAsync(LogQuery query, CancellationToken cancel) =>
        Task.Run(() => orders.ReadLog(query, JournalNames.Of(projector.Current), plan.Instruments), cancel);

    public DepthReading? ReadDepth(InstrumentId instrument)
    {
        var version = board.Read(instrument, out Depth depth);
        if (version == 0) return null;
        if (_books.TryGetValue(instrument, out var before) && before.Version == version) return before.Reading;
        var reading = new DepthReading(depth.Time, Rows(depth, depth.Bids), Rows(depth, depth.Offers));
        _books[instrument] = (version, reading);
        return reading;
    }

    public Task<CandleHistory> ReadHistoryAsync(InstrumentId instrument, Timeframe timeframe, int count, Instant? before,
        string? indicators, CancellationToken cancel)
    {
        return ReadAsync(
            () =>
            {
                var until = before ?? projector.Current.Market.MarketTime.PlusSeconds(1);
                return _history.Read(instrument, timeframe, Math.Clamp(count, 1, CandlesMost), until, ListsOf(indicators));
            },
            cancel);
    }

    public Task<IReadOnlyList<FlipCount>> CountFlipsAsync(
        InstrumentId instrument, Timeframe timeframe, int candles, string? indicators, CancellationToken cancel)
    {
        var count = Math.Clamp(candles, 1, FlipCandlesMost);
        return ReadAsync(() => _flips.Count(instrument, timeframe, count, ListsOf(indicators)), cancel);
    }

    public IndicatorReview ReviewIndicators(string text)
    {
        var watched = IndicatorLists.WithoutUnknown(text, plan.Instruments, out _);
        var lists = IndicatorLists.Parse(text, plan.Instruments, out var errors);
        if (lists?.FitMemory(plan.Instruments.Count, board.Rungs.Timeframes.Count) == false)
            errors = ["the indicators would take too much memory on all instruments; shorten the longest periods"];
        return new IndicatorReview(errors.Count == 0 ? lists!.Text : "", errors) { Watched = watched };
    }

    public Task<IReadOnlyList<IndicatorVersion>> ReadIndicatorVersionsAsync(CancellationToken cancel) => Task.Run(versions, cancel);

    private static IndicatorKind KindOf(IndicatorDescription known) => new(
        known.Code, known.Name, known.Help,
        [.. known.Parameters.Select(NumberOf)],
        [.. known.Outputs.Select(output => output.Name)], known.Pane == IndicatorPane.Overlay);

    private IReadOnlyList<string> ReasonsOf(RunId run) =>
        run.Number is > 0 and <= Limits.RunsMost ? board.Runs.Declared[run.Number - 1]?.Reasons ?? [] : [];

    private static IndicatorNumber NumberOf(IndicatorParameter p) => new(p.Name, p.Help, p.Least, p.Most, p.Default, p.Whole);

    private async Task<T> ReadAsync<T>(Func<T> read, CancellationToken cancel)
    {
        await Joined.WaitAsync(cancel);
        return await Task.Run(() => Read(read), cancel);
    }

    /// <summary>A store that cannot be read is an IOException with its reason, which a page can say.</summary>
    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            throw new IOException($"The stored candles cannot be read: {fault.Reason}.", error);
        }
    }

    private ReadableLists ListsOf(string? indicators) =>
        indicators is null ? InForce(board.Rungs.Indicators) : new ReadableLists(indicators, plan.Instruments);

    private ReadableLists InForce(string text)
    {
        var lists = _inForce;
        if (lists.Text != text) _inForce = lists = new ReadableLists(text, plan.Instruments);
        return lists;
    }

    /// <summary>The rung with the second that forms now merged into it, so that the candle moves with every tick.</summary>
    private RungReading Read(RungLevels rungs, InstrumentId instrument, int rung, Timeframe timeframe)
    {
        var columns = InForce(rungs.Indicators).ColumnsOf(instrument, timeframe);
        Span<double> peeked = stackalloc double[columns.Count];
        Span<double> confirmed = stackalloc double[columns.Count];
        var version = rungs.Read(instrument, rung, out var level, peeked, confirmed);
        var quoteVersion = board.Read(instrument, out _, out var second, out _);
        var stamp = (rungs.Version, version, quoteVersion);
        if (_read.TryGetValue((instrument, timeframe), out var before) && before.Stamp == stamp) return before.Reading;
        var forming = level.Forming;
        if (!second.IsEmpty && second.Start >= level.Consumed) TakeIn(ref forming, second, plan.Instruments[instrument].Hours, timeframe);
        var view = forming.IsEmpty ? null : forming.View();
        var reading = new RungReading(view, columns, Known(peeked), Known(confirmed)) { Candles = level.Candles };
        _read[(instrument, timeframe)] = (stamp, reading);
        return reading;
    }

    public IReadOnlyList<MarketDay> ReadDays(string exchange, DateOnly first, DateOnly last)
    {
        if (!CalendarWords.TryRead(exchange, out Exchange which)) return [];
        var days = new List<MarketDay>();
        for (var date = first; date <= last && days.Count < DaysMost; date = date.AddDays(1))
            days.AddRange(DayViews.Shown.Select(part => book.Exchange.View(new TradingHours(which, part), date)));
        return days;
    }

    public MarketDay ReadDay(InstrumentId instrument, DateOnly day) => board.Calendar.View(plan.Instruments[instrument].Hours, day);

    public Task<IReadOnlyList<DayQualityView>> ReadQualityAsync(
        InstrumentId instrument, DateOnly first, DateOnly last, CancellationToken cancel) => ReadAsync(
            () => quality.Read(plan.Instruments[instrument], board.Calendar, first, last, projector.Current.Market.MarketTime), cancel);

    public IReadOnlyList<CalendarChange> CalendarChanges => [.. book.Added.Reverse().Select(entry => entry.View())];

    /// <summary>A candle's first second opens it, each later one is merged.</summary>
    private void TakeIn(ref Candle forming, in Candle second, TradingHours hours, Timeframe timeframe)
    {
        if (!forming.IsEmpty)
        {
            if (second.Start < forming.End) forming.Merge(second);
        }
        else if (board.Calendar.TryGetSession(hours, second.Start, out var session))
        {
            forming = second;
            forming.Start = session.StartOf(second.Start, timeframe);
            forming.Seconds = timeframe.Seconds;
        }
    }

    private static double?[] Known(ReadOnlySpan<double> values)
    {
        var known = new double?[values.Length];
        for (var column = 0; column < known.Length; column++) known[column] = double.IsNaN(values[column]) ? null : values[column];
        return known;
    }

    private static List<DepthRow> Rows(in Depth depth, in DepthSide side)
    {
        var rows = new List<DepthRow>(Depth.Levels);
        foreach (var level in side)
        {
            if (level.Quantity > 0) rows.Add(new DepthRow(depth.PriceOf(level), level.Quantity));
        }

        return rows;
    }
}
