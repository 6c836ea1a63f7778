using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market.Sessions;

/// <summary>The days of one part of one exchange, from the entries that speak of it: later entries go before earlier ones.</summary>
internal sealed class HoursCalendar
{
    private readonly Dictionary<DateOnly, (CalendarEntry Entry, bool IsFollowed)> _days = [];
    private readonly List<(CalendarEntry Entry, bool IsFollowed)> _shapes = [];
    private readonly List<CalendarEntry> _known = [];
    private readonly List<CalendarEntry> _squareOffs = [];
    private readonly Certainty _followedMost;
    private readonly bool _onWeekends;

    public HoursCalendar(TradingHours hours, IReadOnlyList<CalendarEntry> entries, bool onWeekends)
    {
        _onWeekends = onWeekends;
        var mine = entries.Where(entry => entry.Exchange == hours.Exchange && entry.Parts.Contains(hours.Part)).ToList();
        var follows = mine.FindLast(entry => entry.Kind == EntryKind.Follows);
        _followedMost = follows?.Certainty ?? Certainty.Confirmed;
        foreach (var entry in entries.Where(entry => entry.Exchange == follows?.Followed && entry.Parts.Contains(hours.Part)))
            Add(entry, isFollowed: true);
        foreach (var entry in mine) Add(entry, isFollowed: false);
    }

    /// <summary>False when no entry says what a plain day looks like: nothing of this part can be dated.</summary>
    public bool HasShape => _shapes.Count > 0;

    /// <summary>The last day the calendar knows; null when it knows none.</summary>
    public DateOnly? KnownThrough => _known.Count == 0 ? null : _known.Max(entry => entry.To);

    /// <summary>The span of the longest plain session.</summary>
    public long SessionSecondsMost => _shapes.Max(shape =>
        (long)shape.Entry.Phases.Last(phase => phase.Kind == PhaseKind.Open).ToSecond
        - shape.Entry.Phases.First(phase => phase.Kind == PhaseKind.Open).FromSecond);

    public CalendarDay DayOf(DateOnly date)
    {
        var isKnown = IsKnown(date);
        var hasOwn = _days.TryGetValue(date, out var own);
        var certainty = hasOwn ? CertaintyOf(own) : Certainty.Confirmed;
        if (hasOwn && own.Entry.Kind == EntryKind.Closed)
            return new CalendarDay(date, EntryKind.Closed, [], own.Entry, certainty, IsKnown: true);
        if (hasOwn && own.Entry.Kind == EntryKind.Session)
            return new CalendarDay(date, EntryKind.Session, own.Entry.Phases, own.Entry, certainty, IsKnown: true);
        if (!hasOwn && !_onWeekends && date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            return new CalendarDay(date, EntryKind.Closed, [], null, Certainty.Confirmed, isKnown);
        var shape = ShapeOf(date);
        var less = CertaintyOf(shape) < certainty ? CertaintyOf(shape) : certainty;
        var decides = hasOwn ? own.Entry : shape.Entry;
        return new CalendarDay(date, EntryKind.Regular, shape.Entry.Phases, decides, less, isKnown || hasOwn);
    }

    /// <summary>When the desk leaves positions that must not outlive the day; null on a day without trading or without a rule.</summary>
    public Instant? SquareOff(DateOnly date)
    {
        if (SquareOffRule(date) is not { } rule || !DayOf(date).TryGetSession(out var session)) return null;
        var at = session.Close.PlusSeconds(-60L * rule.Minutes);
        return at > session.Open ? at : session.Open;
    }

    /// <summary>The last one that covers the day, or the last of all. A loop, for it is asked every second of every position.</summary>
    private CalendarEntry? SquareOffRule(DateOnly date)
    {
        for (var place = _squareOffs.Count - 1; place >= 0; place--)
        {
            if (_squareOffs[place].Covers(date)) return _squareOffs[place];
        }

        return _squareOffs.Count == 0 ? null : _squareOffs[^1];
    }

    private bool IsKnown(DateOnly date)
    {
        foreach (var span in _known)
        {
            if (span.Covers(date)) return true;
        }

        return false;
    }

    private void Add(CalendarEntry entry, bool isFollowed)
    {
        switch (entry.Kind)
        {
            case EntryKind.Known: _known.Add(entry); break;
            case EntryKind.Shape: _shapes.Add((entry, isFollowed)); break;
            case EntryKind.SquareOff: _squareOffs.Add(entry); break;
            case EntryKind.Closed or EntryKind.Regular or EntryKind.Session:
                for (var date = entry.From; date <= entry.To; date = date.AddDays(1)) _days[date] = (entry, isFollowed);
                break;
            default: break;
        }
    }

    /// <summary>The last shape that covers the day; before all of them the first, after all of them the last.</summary>
    private (CalendarEntry Entry, bool IsFollowed) ShapeOf(DateOnly date)
    {
        for (var place = _shapes.Count - 1; place >= 0; place--)
        {
            if (_shapes[place].Entry.Covers(date)) return _shapes[place];
        }

        return date < _shapes[0].Entry.From ? _shapes[0] : _shapes[^1];
    }

    private Certainty CertaintyOf((CalendarEntry Entry, bool IsFollowed) found) =>
        found.IsFollowed && _followedMost < found.Entry.Certainty ? _followedMost : found.Entry.Certainty;
}
