using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market.Sessions;

/// <summary>The days of all exchanges: which session covers a moment, which phase the market is in, when that changes.</summary>
internal sealed class TradingCalendar
{
    /// <summary>Further than this no session is looked for: a calendar that is closed for a year says so.</summary>
    private const int SearchDaysMost = 400;

    private const int AlwaysOpenSquareOffMinutes = 10;

    /// <summary>The first and the last day in India all of whose moments there are.</summary>
    private static readonly DateOnly _firstDay = new Instant(long.MinValue).IndiaDate.AddDays(1);
    private static readonly DateOnly _lastDay = new Instant(long.MaxValue).IndiaDate.AddDays(-1);

    private readonly HoursCalendar?[] _hours = new HoursCalendar?[TradingHours.Places];

    private TradingCalendar(string name, IReadOnlyList<CalendarEntry> entries, bool onWeekends)
    {
        Name = name;
        Entries = entries;
        foreach (var exchange in Enum.GetValues<Exchange>())
        {
            foreach (var part in Enum.GetValues<MarketPart>())
            {
                var hours = new TradingHours(exchange, part);
                var days = new HoursCalendar(hours, entries, onWeekends);
                if (days.HasShape) _hours[hours.Place] = days;
            }
        }
    }

    /// <summary>One session from midnight to midnight in India, every day: the simulated market around the clock.</summary>
    public static TradingCalendar AlwaysOpen { get; } = new("always-open", Always(), onWeekends: true);

    /// <summary>The exchanges as the calendar's file tells them.</summary>
    public const string ExchangeName = "exchange";

    public string Name { get; }

    /// <summary>Whether it says more than its name does: what a plan must then carry.</summary>
    public bool IsDated => Name == ExchangeName;

    /// <summary>What it is made of, in the order in which later goes before earlier.</summary>
    public IReadOnlyList<CalendarEntry> Entries { get; }

    /// <summary>The hours it knows.</summary>
    public IEnumerable<TradingHours> Hours =>
        from exchange in Enum.GetValues<Exchange>()
        from part in Enum.GetValues<MarketPart>()
        let hours = new TradingHours(exchange, part)
        where _hours[hours.Place] is not null
        select hours;

    /// <summary>The exchanges as this desk was built to know them.</summary>
    public static TradingCalendar BuiltIn()
    {
        var file = CalendarFile.BuiltIn();
        if (file.Problems.Count > 0) throw new FormatException($"The built-in calendar: {file.Problems[0]}");
        return Of(file.Entries);
    }

    /// <summary>The calendar of that name without anybody's changes; null for another word.</summary>
    public static TradingCalendar? Find(string name) =>
        name == AlwaysOpen.Name ? AlwaysOpen : name == ExchangeName ? BuiltIn() : null;

    /// <summary>A calendar of these entries.</summary>
    public static TradingCalendar Of(IReadOnlyList<CalendarEntry> entries) => new(ExchangeName, entries, onWeekends: false);

    /// <summary>The calendar with one entry more.</summary>
    public TradingCalendar With(CalendarEntry entry) => Of([.. Entries, entry]);

    public CalendarDay DayOf(TradingHours hours, DateOnly date) => Find(hours).DayOf(date);

    /// <summary>The session that contains the moment, whichever it is; false when none does.</summary>
    public bool TryGetSession(TradingHours hours, Instant moment, out TradingSession session) =>
        TryGetSession(hours, moment.IndiaDate, out session) && session.Contains(moment);

    /// <summary>The day's session; false when it has none, or when a part of the day is beyond what an instant can say.</summary>
    public bool TryGetSession(TradingHours hours, DateOnly date, out TradingSession session)
    {
        session = default;
        return date >= _firstDay && date <= _lastDay && DayOf(hours, date).TryGetSession(out session);
    }

    /// <inheritdoc cref="HoursCalendar.SquareOff"/>
    public Instant? SquareOff(TradingHours hours, DateOnly date) => Find(hours).SquareOff(date);

    /// <inheritdoc cref="HoursCalendar.KnownThrough"/>
    public DateOnly? KnownThrough(TradingHours hours) => Find(hours).KnownThrough;

    /// <inheritdoc cref="HoursCalendar.SessionSecondsMost"/>
    public long SessionSecondsMost(TradingHours hours) => Find(hours).SessionSecondsMost;

    /// <summary>What the market does at the moment, and when that changes; the always-open market changes session at midnight.</summary>
    public MarketPhaseNow PhaseAt(TradingHours hours, Instant moment)
    {
        var date = moment.IndiaDate;
        var wasOpen = false;
        var phases = DayOf(hours, date).Phases;
        for (var place = 0; place < phases.Count; place++)
        {
            var phase = phases[place];
            var before = wasOpen && phase.Kind == PhaseKind.Open ? PhaseKind.Pause : PhaseKind.Closed;
            if (moment < phase.StartOn(date)) return new MarketPhaseNow(before, phase.StartOn(date));
            if (moment < phase.EndOn(date)) return new MarketPhaseNow(phase.Kind, phase.EndOn(date));
            wasOpen |= phase.Kind == PhaseKind.Open;
        }

        for (var next = date.AddDays(1); next.DayNumber - date.DayNumber < SearchDaysMost; next = next.AddDays(1))
        {
            if (DayOf(hours, next).Phases is [var first, ..]) return new MarketPhaseNow(PhaseKind.Closed, first.StartOn(next));
        }

        throw NoSession(hours, "after", date);
    }

    /// <summary>The first session that opens after the moment.</summary>
    public TradingSession SessionAfter(TradingHours hours, Instant moment)
    {
        var from = moment.IndiaDate;
        for (var date = from; date.DayNumber - from.DayNumber < SearchDaysMost; date = date.AddDays(1))
        {
            if (TryGetSession(hours, date, out var session) && session.Open > moment) return session;
        }

        throw NoSession(hours, "after", from);
    }

    /// <summary>The last session that opened before the moment, itself not included when it opens just then.</summary>
    public TradingSession SessionBefore(TradingHours hours, Instant moment)
    {
        var from = moment.IndiaDate;
        for (var date = from; from.DayNumber - date.DayNumber < SearchDaysMost; date = date.AddDays(-1))
        {
            if (TryGetSession(hours, date, out var session) && session.Open < moment) return session;
        }

        throw NoSession(hours, "before", from);
    }

    private HoursCalendar Find(TradingHours hours) =>
        _hours[hours.Place] ?? throw new InvalidOperationException($"The calendar does not know the hours of {hours}.");

    private static InvalidOperationException NoSession(TradingHours hours, string direction, DateOnly date) =>
        new($"The calendar has no session of {hours} within {SearchDaysMost} days {direction} {date:yyyy-MM-dd}.");

    private static CalendarEntry[] Always() =>
    [
        .. from exchange in Enum.GetValues<Exchange>()
           from kind in new[] { EntryKind.Known, EntryKind.Shape, EntryKind.SquareOff }
           select new CalendarEntry
           {
               Kind = kind,
               From = DateOnly.MinValue,
               To = DateOnly.MaxValue,
               Exchange = exchange,
               Parts = Enum.GetValues<MarketPart>(),
               Phases = kind == EntryKind.Shape ? [new DayPhase(PhaseKind.Open, 0, 86_400)] : [],
               Minutes = kind == EntryKind.SquareOff ? AlwaysOpenSquareOffMinutes : 0,
               Certainty = Certainty.Confirmed,
               Source = "the simulated market around the clock",
               Noted = "",
               By = "built-in",
           },
    ];
}
