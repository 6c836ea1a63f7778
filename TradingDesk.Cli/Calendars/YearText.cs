using System.Globalization;
using System.Text;
using TradingDesk.Engine.Observation.Days;

namespace TradingDesk.Cli.Calendars;

/// <summary>The holidays and special sessions of a year as a table.</summary>
internal static class YearText
{
    public static string Of(CalendarReading reading, IReadOnlyList<PartDay> days, int year)
    {
        var text = new StringBuilder();
        var holidays = Count(days, MarketDayKind.Holiday);
        var others = days.Select(part => part.Day.Date).Distinct().Count() - holidays;
        text.Append(CultureInfo.InvariantCulture, $"{reading.Name} {year}: holidays {holidays}, ");
        text.Append(CultureInfo.InvariantCulture, $"days with sessions of their own {others}\n");
        if (!reading.Knows(year))
        {
            var end = reading.KnownThrough is { } last ? $" It ends on {last:d MMMM yyyy}." : "";
            text.Append(CultureInfo.InvariantCulture, $"\nTHE CALENDAR DOES NOT KNOW ALL OF THIS YEAR.{end}\n");
        }

        if (days.Count > 0) text.Append('\n');
        foreach (var date in days.GroupBy(part => part.Day.Date)) AppendDate(text, [.. date]);
        return text.ToString();
    }

    private static void AppendDate(StringBuilder text, IReadOnlyList<PartDay> parts)
    {
        var groups = DayText.Alike(parts).ToList();
        var isOne = parts.Select(part => Says(part.Day)).Distinct().Count() == 1;
        foreach (var alike in isOne ? groups.Take(1) : groups)
        {
            var day = alike[0].Day;
            var whose = isOne ? "" : $"  {string.Join(", ", alike.Select(part => part.Day.Label))}";
            var remark = day.Remark.Length > 0 && HasOwnEntry(day) ? day.Remark : "";
            text.Append(CultureInfo.InvariantCulture, $"{day.Date:yyyy-MM-dd ddd}  {Says(day),-28}  {day.Certainty,-11}  ");
            text.Append(remark).Append(whose).Append('\n');
        }
    }

    private static string Says(MarketDay day)
    {
        var open = day.Parts.Where(part => part.IsTrading).Select(part => $"{DayText.Time(part.From)}-{DayText.Time(part.To)}");
        return day.Kind switch
        {
            MarketDayKind.Holiday or MarketDayKind.Weekend => "closed",
            MarketDayKind.Special => $"open {string.Join(' ', open)}",
            _ => "trading day",
        };
    }

    /// <summary>On a plain day beside another part's special one the remark speaks of the shape, not of the day.</summary>
    private static bool HasOwnEntry(MarketDay day) =>
        day.Kind != MarketDayKind.Regular || day.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static int Count(IReadOnlyList<PartDay> days, MarketDayKind kind) =>
        days.Where(part => part.Day.Kind == kind).Select(part => part.Day.Date).Distinct().Count();
}
