using System.Globalization;
using TradingDesk.Engine.Observation.Days;

namespace TradingDesk.Cli.Calendars;

/// <summary>The calendar's answers for machines: dates as yyyy-MM-dd, times of India with their offset.</summary>
internal static class CalendarJson
{
    public static object Day(CalendarReading reading, IReadOnlyList<PartDay> days, DateOnly date) => new
    {
        Of = reading.Name,
        Date = Text(date),
        IsKnown = days.All(part => part.Day.IsKnown),
        KnownThrough = Text(reading.KnownThrough),
        TradingDayBefore = Text(reading.TradingDay(date, -1)),
        TradingDayAfter = Text(reading.TradingDay(date, 1)),
        Parts = days.Select(Part),
    };

    public static object Year(CalendarReading reading, IReadOnlyList<PartDay> days, int year) => new
    {
        Of = reading.Name,
        Year = year,
        IsKnown = reading.Knows(year),
        KnownThrough = Text(reading.KnownThrough),
        Days = days.GroupBy(part => part.Day.Date).Select(date => new { Date = Text(date.Key), Parts = date.Select(Part) }),
    };

    private static object Part(PartDay part) => new
    {
        part.Day.Hours,
        part.Day.Label,
        part.Kind,
        part.Day.IsKnown,
        part.Day.Certainty,
        part.Day.Source,
        part.Day.Remark,
        part.Day.By,
        part.Day.Noted,
        part.Follows,
        Phases = part.Day.Parts.Select(phase =>
            new { phase.Name, From = phase.From.ToString(), To = phase.To.ToString(), phase.IsTrading }),
        SquareOff = part.Day.SquareOff?.ToString(),
        Candles = part.Day.Candles.ToDictionary(count => count.Timeframe.ToString(), count => count.Candles),
    };

    private static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
