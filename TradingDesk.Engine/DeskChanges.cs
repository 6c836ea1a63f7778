using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine;

/// <summary>
/// Changes of timeframes and indicators on the running desk: asked by command, warmed beside what is in force from stored candles that
/// another thread reads, and put in force at once between two candles - or dropped as a whole, with the reason.
/// </summary>
internal sealed class DeskChanges(
    DeskPlan plan, SessionClocks sessions, TimeframeLadder ladder, IndicatorDesk indicators, LevelBoard board, Outbox outbox)
{
    private WarmingSets? _warming;
    private WarmthWanted? _wanted;
    private int _requests;

    /// <summary>The version of the indicator lists in force.</summary>
    public int IndicatorVersion { get; private set; } = plan.IndicatorVersion;

    /// <summary>Instruments that are warm in the change that waits.</summary>
    public int Warm => _warming?.Warm ?? 0;

    /// <summary>Adds and drops timeframes at once; new ones ask for their history and are cold until it comes.</summary>
    public RefusalCode Begin(SubmittedCommand submitted, ChangeTimeframes command, Instant clock)
    {
        if (_warming is not null) return RefusalCode.ChangeUnderWay;
        var rules = new TimeframeRules(plan.SessionSecondsMost, plan.Instruments.Count, indicators.Columns, outbox.Capacity);
        if (rules.Review(command.Timeframes, out var timeframes) is not RefusalCode.None and var refusal) return refusal;
        if (!indicators.Lists.FitMemory(plan.Instruments.Count, timeframes.Length)) return RefusalCode.TooMuchMemory;
        Timeframe[] added = [.. timeframes.Except(ladder.Timeframes.ToArray())];
        ladder.Change(timeframes, clock);
        indicators.Change(timeframes);
        if (added.Length > 0) Ask(submitted, indicators.Lists, added, areNew: true, "");
        return RefusalCode.None;
    }

    /// <summary>Asks for the history that makes other indicators warm; those in force stay until then.</summary>
    public RefusalCode Begin(SubmittedCommand submitted, ChangeIndicators command)
    {
        if (_warming is not null) return RefusalCode.ChangeUnderWay;
        if (command.BasedOn != IndicatorVersion) return RefusalCode.OtherVersion;
        if (IndicatorLists.Parse(command.Lists, plan.Instruments, out _) is not { } lists) return RefusalCode.IndicatorsNotAllowed;
        if (!lists.FitMemory(plan.Instruments.Count, ladder.Timeframes.Length)) return RefusalCode.TooMuchMemory;
        var facts = Limits.FactsPerInputMost(plan.Instruments.Count, ladder.Timeframes.Length, lists.ColumnsMost);
        if (facts > outbox.Capacity) return RefusalCode.TooManyColumns;
        Ask(submitted, lists, ladder.Timeframes.ToArray(), areNew: false, command.Note);
        return RefusalCode.None;
    }

    /// <summary>Adds an entry to the calendar at once; what has happened by the one in force stays as it is.</summary>
    public RefusalCode Begin(ChangeCalendar command, Instant clock)
    {
        var before = sessions.Calendar;
        if (!before.IsDated || CalendarFile.ReadLine(command.Line, out var entry).Length > 0) return RefusalCode.CalendarNotAllowed;
        var after = before.With(entry!);
        if (CalendarChanges.Refuse(before, after, plan.Instruments.All.Select(instrument => instrument.Hours), clock) is not null)
            return RefusalCode.CalendarNotAllowed;
        sessions.Change(after);
        foreach (var instrument in plan.Instruments.All) ladder.Reach(instrument.Id, sessions[instrument.Id].At(clock));
        board.Calendar = after;
        return RefusalCode.None;
    }

    /// <summary>A candle closed while a change may wait.</summary>
    public void Note(InstrumentId id, int rung, in Candle closed) => _warming?.Note(id, rung, closed);

    /// <summary>One instrument's history came; that of a change which was dropped meanwhile is nobody's.</summary>
    public void Adopt(InstrumentId id, WarmInstrument warm)
    {
        if (_warming is null || warm.Request != _wanted!.Request) return;
        foreach (var grown in warm.Rungs)
            _warming.Restore(id, ladder.Timeframes.IndexOf(new Timeframe(grown.Seconds)), grown.Words, grown.Rung);
        _warming.Arrive(id);
    }

    /// <summary>All history came, or it cannot be had: puts the change in force or drops it. Null when no such change waits.</summary>
    public WarmthWanted? End(int request, RefusalCode failure, out RefusalCode refusal)
    {
        refusal = RefusalCode.None;
        if (_warming is null || request != _wanted!.Request) return null;
        refusal = Judge(_warming, failure);
        if (refusal == RefusalCode.None) PutInForce(_warming, _wanted);
        var ended = _wanted;
        (_warming, _wanted) = (null, null);
        return ended;
    }

    private static RefusalCode Judge(WarmingSets warming, RefusalCode failure)
    {
        if (failure != RefusalCode.None) return failure;
        if (warming.IsOverrun) return RefusalCode.FellBehind;
        return warming.AreAllWarm ? RefusalCode.None : RefusalCode.HistoryUnreadable;
    }

    private void PutInForce(WarmingSets warming, WarmthWanted wanted)
    {
        for (var index = 0; index < plan.Instruments.Count; index++)
        {
            var id = new InstrumentId(index);
            for (var rung = 0; rung < ladder.Timeframes.Length; rung++)
            {
                if (warming.SetOf(id, rung) is not { } set) continue;
                indicators.Replace(id, rung, set);
                Complete(id, rung, warming.GrownOf(id, rung), set);
            }
        }

        indicators.Lists = warming.Lists;
        IndicatorVersion = wanted.Version;
    }

    /// <summary>A new rung gets its forming candle's beginning, or how far it goes; a candle whose rest never traded is over.</summary>
    private void Complete(InstrumentId id, int rung, in RungState grown, IndicatorSet set)
    {
        ref readonly var forming = ref ladder.Forming(id, rung);
        if (!grown.Forming.IsEmpty && !forming.IsEmpty && forming.Start > grown.Forming.Start)
            set.Update(grown.Forming.ToValues(sessions[id].Of(grown.Forming.Start).Open));
        else
            ladder.Complete(id, rung, grown);
    }

    private void Ask(SubmittedCommand submitted, IndicatorLists lists, Timeframe[] wanted, bool areNew, string note)
    {
        _warming = new WarmingSets(lists, ladder.Timeframes, wanted, plan.Instruments.Count, sessions);
        _wanted = new WarmthWanted
        {
            Request = ++_requests,
            Command = submitted.Number,
            AfterFact = outbox.Published,
            IsNewVersion = !areNew,
            Version = areNew ? IndicatorVersion : IndicatorVersion + 1,
            Indicators = lists.Text,
            Principal = submitted.Principal,
            Note = note,
            Timeframes = wanted,
            NextStarts = areNew ? new Instant[plan.Instruments.Count * wanted.Length] : NextStarts(),
            Through = Through(),
        };
        board.Wanted = _wanted;
    }

    private Instant[] NextStarts()
    {
        var rungs = ladder.Timeframes.Length;
        var starts = new Instant[plan.Instruments.Count * rungs];
        for (var place = 0; place < starts.Length; place++)
            starts[place] = ladder.StateOf(new InstrumentId(place / rungs), place % rungs).NextStart;
        return starts;
    }

    /// <summary>Up to where every instrument's seconds are in its minute.</summary>
    private Instant[] Through()
    {
        var minute = ladder.Timeframes.IndexOf(Timeframe.Minute);
        var through = new Instant[plan.Instruments.Count];
        for (var index = 0; index < through.Length; index++) through[index] = ladder.Consumed(new InstrumentId(index), minute);
        return through;
    }
}
