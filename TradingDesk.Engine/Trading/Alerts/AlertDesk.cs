using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Alerts;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Alerts;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Watch;

namespace TradingDesk.Engine.Trading.Alerts;

/// <summary>
/// Alerts in the pipeline: added, removed and armed by command, looked at with ticks, closes and seconds, fired once as a fact.
/// </summary>
internal sealed class AlertDesk
{
    private const long AwayNanos = 2 * Instant.NanosPerSecond;

    private readonly MoneyPath _path;
    private readonly LevelBoard _board;
    private readonly DayResults _results;
    private readonly AlertSight _sight;
    private readonly List<WatchedAlert> _alerts = [];
    private readonly WatchedAlert[]?[] _onTicks;
    private readonly WatchedAlert[]?[] _onCloses;
    private WatchedAlert[] _onSeconds = [];
    private RungLevels? _rungs;
    private Instant _second;

    public AlertDesk(MoneyPath path, LevelBoard board)
    {
        (_path, _board) = (path, board);
        _results = new DayResults(path.Book, board.Money);
        _sight = new AlertSight(path, board, _results);
        _onTicks = new WatchedAlert[]?[path.Plan.Instruments.Count];
        _onCloses = new WatchedAlert[]?[path.Plan.Instruments.Count];
    }

    private AlertBook Book => _path.Book.Alerts;

    public RefusalCode Add(SubmittedCommand submitted, AddAlert add)
    {
        if (_alerts.Count >= Limits.AlertsMost) return RefusalCode.TooManyAlerts;
        var lists = ListsNow();
        var parsed = CheckBy(lists).Of(add.Rule, _path.Plan.Instruments);
        if (parsed.Rule is not { } rule) return parsed.Problem!.Code;
        if (_alerts.Exists(known => known.Text == rule.ToText())) return RefusalCode.AlertTwice;
        var look = new AlertLook(rule, "", lists);
        var reading = _sight.Read(look);
        var number = Book.NextNumber;
        Say(FactKind.AlertAdded, EventOf(number, AlertEdge.Begin(rule.Comparison, reading.Side), reading), submitted);
        var alert = new WatchedAlert(Book.Find(number)!, FreePlace(), look);
        _alerts.Add(alert);
        alert.Sees(reading);
        Show(alert);
        Arrange();
        return RefusalCode.None;
    }

    public RefusalCode Remove(SubmittedCommand submitted, RemoveAlert remove)
    {
        if (_alerts.Find(known => known.Entry.Number == remove.Number) is not { } alert) return RefusalCode.AlertUnknown;
        Say(FactKind.AlertRemoved, new AlertEvent { Number = remove.Number }, submitted);
        _alerts.Remove(alert);
        Arrange();
        return RefusalCode.None;
    }

    public RefusalCode Rearm(SubmittedCommand submitted, RearmAlert rearm)
    {
        if (_alerts.Find(known => known.Entry.Number == rearm.Number) is not { } alert) return RefusalCode.AlertUnknown;
        if (alert.Entry.State != AlertState.Fired) return RefusalCode.AlertNotFired;
        var reading = _sight.Read(alert.Look);
        var state = alert.Look.Rule is { } rule ? AlertEdge.Begin(rule.Comparison, reading.Side) : AlertState.Armed;
        Say(FactKind.AlertRearmed, EventOf(rearm.Number, state, reading), submitted);
        alert.Sees(reading);
        Show(alert);
        return RefusalCode.None;
    }

    /// <summary>The past has joined: what the journal has is watched from now on.</summary>
    public void Join()
    {
        foreach (var entry in Book.Alerts) _alerts.Add(new WatchedAlert(entry, FreePlace(), new AlertLook(null, "", null)));
        _results.Join();
        _sight.Since = _second = _path.Clock;
        _rungs = null;
        Bind();
        foreach (var alert in _alerts)
        {
            alert.Sees(_sight.Read(alert.Look));
            Show(alert);
        }
    }

    /// <summary>A tick: rules about the instrument's price look.</summary>
    public void Tick(InstrumentId id)
    {
        if (_onTicks[id.Index] is not { } alerts) return;
        foreach (var alert in alerts) Judge(alert, _sight.Read(alert.Look));
    }

    /// <summary>A candle has closed: rules about its columns look.</summary>
    public void Close(InstrumentId id, in Candle candle, ReadOnlySpan<double> values)
    {
        if (_onCloses[id.Index] is not { } alerts) return;
        Bind();
        foreach (var alert in alerts)
        {
            if (alert.Look is { Blind.Length: 0, Rule: IndicatorAlert rule } look && rule.Timeframe.Seconds == candle.Seconds)
                Judge(alert, AlertSight.Read(look, rule, values, candle.Close));
        }
    }

    /// <summary>A second has passed: all other rules look.</summary>
    public void Move()
    {
        Bind();
        var clock = _path.Clock;
        if (_path.Plan.SilenceMeansAway && clock - _second > AwayNanos) _sight.Since = clock;
        _second = clock;
        _results.Move();
        foreach (var alert in _onSeconds)
        {
            Judge(alert, _sight.Read(alert.Look));
            if (alert.Look.Rule is DrawdownAlert drawdown) TellPeak(drawdown);
        }
    }

    private void Judge(WatchedAlert alert, in AlertReading reading)
    {
        if (alert.Look.Rule is not { } rule) return;
        var entry = alert.Entry;
        var next = AlertEdge.Next(rule.Comparison, entry.State, entry.From, reading.Side);
        if (next == entry.State)
        {
            if (alert.Sees(reading)) Show(alert);
            return;
        }

        var kind = next == AlertState.Fired ? FactKind.AlertFired : FactKind.AlertReady;
        Say(kind, EventOf(entry.Number, next, reading), null);
        alert.Sees(reading);
        Show(alert);
    }

    /// <summary>Prices are in no journal: a start knows the day's peak by what was told of it.</summary>
    private void TellPeak(DrawdownAlert rule)
    {
        var account = _path.Book.Find(rule.Account)!;
        var peak = _results.PeakOf(account);
        if (peak - Book.PeakOf(account.Id) < rule.Step) return;
        Say(FactKind.DayPeakRose, new AlertEvent { Account = account.Id, Unit = AlertUnit.Money, Amount = peak.Scaled }, null);
    }

    /// <summary>Other timeframes or other lists: every rule finds its columns anew, or is blind and says so.</summary>
    private void Bind()
    {
        if (ReferenceEquals(_rungs, _board.Rungs)) return;
        _rungs = _board.Rungs;
        var lists = ListsNow();
        var check = CheckBy(lists);
        foreach (var alert in _alerts)
        {
            var parsed = check.Of(alert.Entry.Text, _path.Plan.Instruments);
            alert.Look = new AlertLook(parsed.Rule ?? alert.Look.Rule, parsed.Problem?.Sentence ?? "", lists);
            var isBlind = parsed.Problem is not null;
            if (alert.Entry.IsBlind == isBlind) continue;
            var what = EventOf(alert.Entry.Number, alert.Entry.State, AlertReading.Unknown);
            Say(isBlind ? FactKind.AlertBlinded : FactKind.AlertSees, what, null);
            alert.Sees(AlertReading.Unknown);
            Show(alert);
        }

        Arrange();
    }

    private IndicatorLists? ListsNow() => IndicatorLists.Parse(_board.Rungs.Indicators, _path.Plan.Instruments, out _);

    private AlertCheck CheckBy(IndicatorLists? lists) =>
        new(lists, _board.Rungs.Timeframes, [.. _path.Book.Accounts.Select(account => account.Name)],
            _path.Book.Runs.Runs.Count);

    /// <summary>Sorts the rules by when they look, and shows which there are.</summary>
    private void Arrange()
    {
        for (var index = 0; index < _onTicks.Length; index++)
        {
            _onTicks[index] = Those(alert => alert.Look.Rule is PriceAlert rule && rule.Instrument.Id.Index == index);
            _onCloses[index] = Those(alert => alert.Look.Rule is IndicatorAlert rule && rule.Instrument.Id.Index == index);
        }

        _onSeconds = Those(alert => alert.Look.Rule is not (null or PriceAlert or IndicatorAlert)) ?? [];
        _board.Alerts.Rows = [.. _alerts.Select(alert => alert.Row)];
    }

    private WatchedAlert[]? Those(Predicate<WatchedAlert> look) => _alerts.FindAll(look) is { Count: > 0 } found ? [.. found] : null;

    private int FreePlace() => Enumerable.Range(0, Limits.AlertsMost).First(place => !_alerts.Exists(alert => alert.Place == place));

    private static AlertEvent EventOf(int number, AlertState state, in AlertReading reading) => new()
    {
        Number = number,
        State = state,
        From = reading.Side,
        Unit = reading.Unit,
        Amount = reading.Amount,
        Value = reading.Number,
        Level = reading.Level,
        Price = reading.Price,
    };

    private void Show(WatchedAlert alert) => _board.Alerts.Cells.Write(alert.Place, alert.Level());

    private void Say(FactKind kind, in AlertEvent what, SubmittedCommand? submitted) =>
        _path.Say.Commit(new DeskFact { Kind = kind, Command = submitted?.Number ?? 0, Alert = what }, submitted);
}
