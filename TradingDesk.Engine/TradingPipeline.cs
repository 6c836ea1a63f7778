using System.Diagnostics;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Trading;
using TradingDesk.Engine.Trading.Runs;

namespace TradingDesk.Engine;

/// <summary>
/// The whole path of the desk: tick, second, timeframe, indicators, order, position; one input at a time, without a clock of its own.
/// </summary>
internal sealed class TradingPipeline
{
    private const long AwayNanos = 2 * Instant.NanosPerSecond;
    private const long AheadNanosMost = 5 * Instant.NanosPerSecond;
    private const int SecondsPerCopy = 30;

    private readonly DeskPlan _plan;
    private readonly LevelBoard _board;
    private readonly DeskVoice _say;
    private readonly SessionClocks _sessions;
    private readonly SecondCandles _seconds;
    private readonly TimeframeLadder _ladder;
    private readonly IndicatorDesk _indicators;
    private readonly DeskChanges _changes;
    private readonly MarketView _market;
    private readonly OrderDesk _orders;
    private readonly PositionGuard _guard;
    private readonly RunDesk _runs;
    private RungLevels _levels = RungLevels.Empty;
    private DeskCounters _counters;
    private Instant _clock;
    private Instant _boundary;
    private Instant _told;
    private Instant _copyAt;
    private int _layoutVersion;

    public TradingPipeline(DeskPlan plan, IndicatorLists lists, Outbox outbox, LevelBoard board, AccountMode paper)
    {
        (_plan, _board, _say) = (plan, board, new DeskVoice(outbox, board));
        var instruments = plan.Instruments.Count;
        _sessions = new SessionClocks(plan.Calendar, plan.Instruments);
        _seconds = new SecondCandles(instruments);
        _ladder = new TimeframeLadder(instruments, plan.Timeframes);
        _indicators = new IndicatorDesk(instruments, plan.Timeframes, lists);
        board.Calendar = plan.Calendar;
        _changes = new DeskChanges(plan, _sessions, _ladder, _indicators, board, outbox);
        _market = new MarketView(plan, _sessions, board);
        _orders = new OrderDesk(plan, _market, new RunMarket(_ladder, _sessions), board, _say, paper);
        _guard = new PositionGuard(plan, _market, _orders);
        _runs = _orders.Runs;
        LayOutBoard();
    }

    /// <summary>The path of money, for whoever proves it.</summary>
    public OrderDesk Orders => _orders;

    /// <summary>How many facts the next input may cause; the outbox must have room for them before it is taken.</summary>
    public int FactsPerInputMost { get; private set; }

    public void Process(in DeskInput input)
    {
        _counters.Inputs++;
        Advance(input.At);
        switch (input.Kind)
        {
            case InputKind.Started: _say.Started(); break;
            case InputKind.Time: _board.Write(_counters); break;
            case InputKind.Tick: Observe(input.Instrument, input.Tick); break;
            case InputKind.Depth: _board.Write(input.Instrument, input.Depth); break;
            case InputKind.Warm: Warm(input.Instrument, (WarmInstrument)input.Cargo!); break;
            case InputKind.WarmEnd: EndChange(input.WarmEnd.Request, input.WarmEnd.Failure); break;
            case InputKind.HistoryEnd: Join(); break;
            case InputKind.Report: _orders.Hear(input.Report); break;
            case InputKind.JournalSynced: _orders.Release(input.Synced.Through, input.Synced.Health); break;
            case InputKind.Recovered: _orders.Recover((JournalPage)input.Cargo!); break;
            case InputKind.RunCandles: _runs.Recall((RunCandles)input.Cargo!); break;
            case InputKind.Settlement: _market.NoteSettlement(input.Instrument, input.Tick); break;
            case InputKind.Command: Obey((SubmittedCommand)input.Cargo!); break;
            default: throw new UnreachableException();
        }
    }

    /// <summary>Moves the clock, which closes what is due; it never moves back.</summary>
    private void Advance(Instant at)
    {
        if (at <= _clock) return;
        if (_plan.SilenceMeansAway && _clock != default && at - _clock > AwayNanos) SufferAbsence(at);
        _clock = _say.Clock = _counters.Clock = at;
        var boundary = at.PlusMilliseconds(-_plan.ClosingLagMilliseconds).Second;
        if (boundary > _boundary)
        {
            _boundary = boundary;
            CloseDue();
        }

        _orders.Move(at);
    }

    private void SufferAbsence(Instant at)
    {
        _ladder.MarkAway(_clock, at);
        _seconds.MarkAway();
        for (var index = 0; index < _plan.Instruments.Count; index++)
        {
            var id = new InstrumentId(index);
            if (_sessions[id].At(at).Open > _clock) _seconds.MissOpen(id);
        }

        _runs.SufferAbsence(_clock, at);

        _say.Clock = at;
        _say.TimeJumped(at - _clock);
    }

    /// <summary>Closes what the clock has passed, lower timeframes first.</summary>
    private void CloseDue()
    {
        _counters.Faults = _seconds.Faults;
        for (var index = 0; index < _plan.Instruments.Count; index++)
        {
            var id = new InstrumentId(index);
            var isNews = _seconds.TryClose(id, _boundary, out var second);
            if (isNews) Climb(id, second);
            var closed = _ladder.CloseDue(id, _boundary);
            Decide(id, closed);
            if (isNews || !closed.IsEmpty) Show(id);
        }

        if (_counters.HasJoined) MoveMoney();
        _board.Write(_counters);
        if (_boundary < _copyAt) return;
        _copyAt = Instant.FromUnixSeconds(((_boundary.UnixSeconds / SecondsPerCopy) + 1) * SecondsPerCopy);
        CopyStates();
    }

    private void MoveMoney()
    {
        _guard.Move(_clock);
        _runs.Move(_clock);
        _orders.Alerts.Move();
    }

    /// <summary>Copies all indicators' states for whoever keeps them, unless the last copy is still being kept.</summary>
    public void CopyStates()
    {
        var copy = _board.States;
        if (copy.IsFull || !_counters.HasJoined) return;
        var rungs = _ladder.Timeframes.Length;
        var places = _plan.Instruments.Count * rungs;
        copy.Begin(_clock, _say.Published, _changes.IndicatorVersion, _levels.Timeframes, places, _indicators.StateWords);
        for (var place = 0; place < places; place++)
        {
            var (id, rung) = (new InstrumentId(place / rungs), place % rungs);
            var set = _indicators.SetOf(id, rung);
            var words = copy.Add(place, set.IsCold ? StateCopy.Cold : set.List.Text, _ladder.StateOf(id, rung).NextStart, set.StateWords);
            var state = new StateWriter(words);
            set.Save(ref state);
        }

        copy.Publish();
    }

    private void Observe(InstrumentId id, in Tick tick)
    {
        if (tick.Time > new Instant(_clock.Nanos + AheadNanosMost))
        {
            _counters.Ahead++;
            return;
        }

        var session = _sessions[id].Near(tick.Time, _clock);
        if (!_seconds.Judge(id, tick, session, _boundary)) return;
        if (_seconds.TryClose(id, tick.Time.Second, out var second))
        {
            Climb(id, second);
            Show(id);
        }

        _seconds.Merge(id, tick, session);
        _counters.Ticks++;
        _board.Write(id, tick, _seconds.Forming(id));
        _market.Note(id, tick);
        _orders.Mark(id, tick);
        _guard.Watch(id, tick, _clock);
        _orders.Alerts.Tick(id);
    }

    private void Climb(InstrumentId id, in Candle second)
    {
        _say.CandleClosed(id, second);
        Decide(id, _ladder.Climb(id, second, _sessions[id].Of(second.Start)));
    }

    private void Decide(InstrumentId id, ReadOnlySpan<ClosedRung> closed)
    {
        if (closed.IsEmpty) return;
        Span<double> values = stackalloc double[_indicators.Columns];
        foreach (ref readonly var rung in closed)
        {
            var set = _indicators.SetOf(id, rung.Rung);
            var candle = ValuesOf(id, rung.Candle);
            set.Update(candle);
            _changes.Note(id, rung.Rung, rung.Candle);
            set.Read(values);
            _say.CandleClosed(id, rung.Candle);
            _say.IndicatorsRead(id, rung.Candle, _layoutVersion, values[..set.Columns]);
            _runs.Close(id, rung.Rung, rung.Candle, candle);
            _orders.Alerts.Close(id, rung.Candle, values[..set.Columns]);
        }
    }

    private CandleValues ValuesOf(InstrumentId id, in Candle candle) => candle.ToValues(_sessions[id].Of(candle.Start).Open);

    /// <summary>Puts the instrument's forming candles on the board with the indicators peeked on them.</summary>
    private void Show(InstrumentId id)
    {
        var board = _levels;
        for (var rung = 0; rung < _ladder.Timeframes.Length; rung++)
        {
            ref readonly var forming = ref _ladder.Forming(id, rung);
            var set = _indicators.SetOf(id, rung);
            var peeked = board.Open(id, rung, forming, _ladder.Consumed(id, rung), set.Candles, out var confirmed);
            if (!confirmed.IsEmpty) set.Read(confirmed);
            if (forming.IsEmpty) set.Read(peeked);
            else set.Peek(ValuesOf(id, forming), peeked);
            board.Seal(id, rung);
        }
    }

    /// <summary>
    /// A remembered candle that ended well before the last one told was closed and told in its time; a later one may not have been, so
    /// it stays open and the clock closes it, perhaps once more.
    /// </summary>
    private void ClosePast()
    {
        var boundary = _told.PlusMilliseconds(-_plan.ClosingLagMilliseconds).PlusSeconds(-1).Second;
        for (var index = 0; index < _plan.Instruments.Count; index++)
        {
            var id = new InstrumentId(index);
            foreach (ref readonly var rung in _ladder.CloseDue(id, boundary))
                _indicators.SetOf(id, rung.Rung).Update(ValuesOf(id, rung.Candle));
        }
    }

    private void ShowAll()
    {
        for (var index = 0; index < _plan.Instruments.Count; index++) Show(new InstrumentId(index));
    }

    /// <summary>An instrument's story from stored candles: at the start the desk's own, later a waiting change's.</summary>
    private void Warm(InstrumentId id, WarmInstrument warm)
    {
        if (warm.Request > 0)
        {
            _changes.Adopt(id, warm);
            _counters.Warm = _changes.Warm;
            return;
        }

        foreach (var grown in warm.Rungs)
        {
            var rung = _ladder.Timeframes.IndexOf(new Timeframe(grown.Seconds));
            _ladder.Adopt(id, rung, grown.Rung);
            var state = new StateReader(grown.Words);
            _indicators.SetOf(id, rung).Restore(ref state);
        }

        _seconds.Recall(id, warm.Through);
        if (warm.Day.TryQuote(out var quote)) _board.Write(id, quote, default);
        if (warm.Through > _told) _told = warm.Through;
    }

    private void Join()
    {
        ClosePast();
        _ladder.MarkAway(_told, _clock);
        _counters.HasJoined = true;
        _orders.Join();
        _runs.Join();
        ShowAll();
        _board.Write(_counters);
        _say.HistoryLoaded();
    }

    private void Obey(SubmittedCommand submitted)
    {
        var refusal = submitted.Command switch
        {
            // The history on its way is of the rungs and the lists that the desk began with.
            _ when !_counters.HasJoined => RefusalCode.Starting,
            ChangeTimeframes timeframes => Change(submitted, timeframes),
            ChangeIndicators indicators => _changes.Begin(submitted, indicators),
            ChangeCalendar calendar => _changes.Begin(calendar, _clock),
            _ => _orders.Obey(submitted),
        };
        // Who armed an account armed the desk that it was.
        if (refusal == RefusalCode.None && submitted.Command is ChangeTimeframes or ChangeIndicators or ChangeCalendar)
            _orders.Arming.DisarmAll();
        if (refusal != RefusalCode.None) _say.Refused(submitted.Number, refusal);
        else if (submitted.Command is ChangeCalendar) _say.CalendarChanged(submitted.Number);
        else if (_board.Wanted is not null) _say.HistoryWanted();
    }

    private RefusalCode Change(SubmittedCommand submitted, ChangeTimeframes command)
    {
        if (_runs.NeedsOtherThan(command.Timeframes)) return RefusalCode.TimeframeInUse;
        var refusal = _changes.Begin(submitted, command, _clock);
        if (refusal != RefusalCode.None) return refusal;
        LayOutBoard();
        _say.TimeframesChanged(submitted.Number);
        return RefusalCode.None;
    }

    private void EndChange(int request, RefusalCode failure)
    {
        if (_changes.End(request, failure, out var refusal) is not { } ended) return;
        _counters.Warm = 0;
        if (refusal == RefusalCode.None) LayOutBoard();
        if (ended.IsNewVersion && refusal == RefusalCode.None) _say.IndicatorsChanged(ended.Command);
        else if (ended.IsNewVersion) _say.Refused(ended.Command, refusal);
        else if (refusal == RefusalCode.None) _say.TimeframesWarm(ended.Command);
        else _say.TimeframesCold(ended.Command, refusal);
        _board.Wanted = null;
    }

    /// <summary>Puts up a board for the ladder as it is now; readers get it complete, so no forming candle is gone for a moment.</summary>
    private void LayOutBoard()
    {
        var timeframes = _ladder.Timeframes.ToArray();
        _levels = new RungLevels(++_layoutVersion, _plan.Instruments.Count, timeframes, _indicators.Columns)
        {
            IndicatorVersion = _changes.IndicatorVersion,
            Indicators = _indicators.Lists.Text,
        };
        ShowAll();
        _board.Rungs = _levels;
        FactsPerInputMost = Limits.FactsPerInputMost(_plan.Instruments.Count, timeframes.Length, _indicators.Columns);
    }
}
