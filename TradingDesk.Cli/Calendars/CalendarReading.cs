using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Observation.Days;

namespace TradingDesk.Cli.Calendars;

/// <summary>The calendar as one run of the verb asks it: of the parts of an exchange, or of one instrument's hours.</summary>
internal sealed class CalendarReading(TradingCalendar calendar, IReadOnlyList<TradingHours> hours)
{
    private const int DaysMost = 60;

    /// <summary>`NSE`, or `NSE fno-stocks` when only these hours are asked for.</summary>
    public string Name => hours.Count == 1 ? hours[0].ToString() : CalendarWords.Of(hours[0].Exchange);

    /// <summary>The last day it knows of all these hours.</summary>
    public DateOnly? KnownThrough => hours.Select(calendar.KnownThrough).Min();

    public IReadOnlyList<PartDay> DayOf(DateOnly date) => [.. hours.Select(whose => Read(whose, date))];

    /// <summary>The nearest day in that direction on which any of these hours trades; null when there is none within two months.</summary>
    public DateOnly? TradingDay(DateOnly from, int step)
    {
        for (var away = 1; away <= DaysMost; away++)
        {
            var date = from.AddDays(away * step);
            if (hours.Any(whose => calendar.TryGetSession(whose, date, out _))) return date;
        }

        return null;
    }

    /// <summary>Every day of a year that is not what its weekday says.</summary>
    public IReadOnlyList<PartDay> SpecialDaysOf(int year)
    {
        var found = new List<PartDay>();
        for (var date = new DateOnly(year, 1, 1); date.Year == year; date = date.AddDays(1))
        {
            if (hours.Any(whose => IsSpecial(calendar.DayOf(whose, date)))) found.AddRange(DayOf(date));
        }

        return found;
    }

    public bool Knows(int year) => hours.All(whose =>
        calendar.DayOf(whose, new DateOnly(year, 1, 1)).IsKnown && calendar.DayOf(whose, new DateOnly(year, 12, 31)).IsKnown);

    private PartDay Read(TradingHours whose, DateOnly date)
    {
        var day = calendar.DayOf(whose, date);
        var follows = day.Entry is { } entry && entry.Exchange != whose.Exchange ? CalendarWords.Of(entry.Exchange) : "";
        return new PartDay(calendar.View(whose, date), follows);
    }

    private static bool IsSpecial(CalendarDay day) => day.Entry is { Kind: EntryKind.Closed or EntryKind.Regular or EntryKind.Session };
}
