using System.Globalization;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Days;

/// <summary>Finds the reasons not to trust the calendar or the clock: what the file does not know, and ticks that contradict it.</summary>
internal sealed class CalendarDoubts(IReadOnlyList<TradingHours> hours)
{
    private const int DaysAhead = 7;

    /// <summary>A feed sends the last quotes again after the close; this many ticks are no such thing.</summary>
    private const long TicksWhileClosed = 200;

    private const long TicksAhead = 20;

    /// <summary>One late tick in twenty, over a minute that had enough of them to tell.</summary>
    private const long LatePart = 20;

    private const long LateLeast = 100;

    private static readonly long _lateSpan = 60 * Instant.NanosPerSecond;

    private long _outsideAtClose;
    private (Instant At, long Late, long Ticks) _minute;
    private bool _areLate;
    private IReadOnlyList<MarketDoubt> _found = [];

    /// <summary>The doubts at that moment; the same list while they stay the same.</summary>
    public IReadOnlyList<MarketDoubt> At(Instant clock, TradingCalendar calendar, in DeskCounters counters, ClockDoubt? machine)
    {
        var found = new List<MarketDoubt>();
        if (machine is not null) found.Add(new MarketDoubt(machine.Sentence, true));
        OfLateness(found, clock, counters);
        if (calendar.IsDated) OfCalendar(found, calendar, clock, counters);
        if (!found.SequenceEqual(_found)) _found = found;
        return _found;
    }

    /// <summary>Ticks that come after their second was told are in no candle; where they are many, every candle is a part of the
    /// truth.</summary>
    private void OfLateness(List<MarketDoubt> found, Instant clock, in DeskCounters counters)
    {
        if (clock - _minute.At >= _lateSpan)
        {
            var late = counters.Faults.Late - _minute.Late;
            var all = counters.Ticks - _minute.Ticks + late;
            _areLate = _minute.At != default && late >= LateLeast && late * LatePart >= all;
            _minute = (clock, counters.Faults.Late, counters.Ticks);
        }

        if (_areLate)
            found.Add(new MarketDoubt("Many ticks come after their second is over: the feed is slow, or the machine's clock ahead.", true));
    }

    private void OfCalendar(List<MarketDoubt> found, TradingCalendar calendar, Instant clock, in DeskCounters counters)
    {
        var date = clock.IndiaDate;
        OfDay(found, calendar, date);
        OfEnd(found, calendar, date);
        OfTicks(found, calendar, clock, counters);
    }

    /// <summary>One doubt for all whose day is doubted for the same reason; it names them when they are not all there are.</summary>
    private void OfDay(List<MarketDoubt> found, TradingCalendar calendar, DateOnly date)
    {
        foreach (var alike in hours.GroupBy(group => DoubtOf(calendar.DayOf(group, date))).Where(alike => alike.Key is not null))
        {
            var isAll = alike.Count() == hours.Count;
            var whose = string.Join(", ", alike.Select(group => $"{CalendarWords.Of(group.Exchange)} {DayViews.LabelOf(group.Part)}"));
            found.Add(new MarketDoubt(alike.Key!.Length == 0
                ? $"The calendar does not know {Day(date)}{(isAll ? "" : $" for {whose}")}: the hours shown are a plain day's."
                : $"Today's hours{(isAll ? "" : $" of {whose}")} are unconfirmed: {alike.Key}.", true));
        }
    }

    /// <summary>What the day of unconfirmed hours is called; empty when it is not known; null when nothing is to doubt.</summary>
    private static string? DoubtOf(in CalendarDay day) => !day.IsKnown ? ""
        : day is { Kind: EntryKind.Session, Certainty: Certainty.Unconfirmed }
            ? day.Entry!.Remark is { Length: > 0 } remark ? remark : "a special session"
            : null;

    private void OfEnd(List<MarketDoubt> found, TradingCalendar calendar, DateOnly date)
    {
        var ends = hours.Select(calendar.KnownThrough).Where(end => end is not null).DefaultIfEmpty().Min();
        if (ends is { } end && end >= date && end.DayNumber - date.DayNumber < DaysAhead)
            found.Add(new MarketDoubt($"The calendar ends on {Day(end)}: the days after it must be added.", true));
    }

    /// <summary>Ticks in numbers while everything is closed, or stamped later than now: the calendar or a clock is wrong.</summary>
    private void OfTicks(List<MarketDoubt> found, TradingCalendar calendar, Instant clock, in DeskCounters counters)
    {
        var outside = counters.Faults.OutsideSession;
        var isClosed = true;
        foreach (var group in hours) isClosed &= calendar.PhaseAt(group, clock).Kind == PhaseKind.Closed;
        if (!isClosed) _outsideAtClose = outside;
        if (outside - _outsideAtClose >= TicksWhileClosed)
            found.Add(new MarketDoubt("Ticks arrive though the calendar says that the market is closed: one of the two is wrong.", true));
        if (counters.Ahead >= TicksAhead)
            found.Add(new MarketDoubt("Ticks are stamped later than now: the machine's clock is behind, or the feed's ahead.", true));
    }

    private static string Day(DateOnly date) => date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
