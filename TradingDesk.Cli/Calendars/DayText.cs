using System.Globalization;
using System.Text;
using TradingDesk.Engine.Observation.Days;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Calendars;

/// <summary>A day of an exchange as text: each part's phases with their times, and what is known of them.</summary>
internal static class DayText
{
    private const int LabelWidth = 16;
    private const int TimesWidth = 16;

    public static string Of(CalendarReading reading, IReadOnlyList<PartDay> days, DateOnly date)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{reading.Name}, {Words(date)}, times of India\n");
        if (days.Any(part => !part.Day.IsKnown)) AppendUnknown(text, reading.KnownThrough);
        foreach (var alike in Alike(days)) AppendPart(text, alike);
        text.Append("\ntrading day before  ").Append(Neighbour(reading, date, -1));
        text.Append("\ntrading day after   ").Append(Neighbour(reading, date, 1)).Append('\n');
        return text.ToString();
    }

    public static string Time(Instant moment)
    {
        var india = moment.ToIndia();
        return india.ToString(india.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>Parts of the exchange whose day is the same, under one heading.</summary>
    public static IEnumerable<IReadOnlyList<PartDay>> Alike(IReadOnlyList<PartDay> days) => days
        .GroupBy(part => (part.Day.Date, part.Day.Kind, Phases(part.Day), part.Day.SquareOff, part.Day.IsKnown, part.Day.Certainty,
            (part.Day.Source, part.Day.Remark, part.Day.By)))
        .Select(alike => (IReadOnlyList<PartDay>)[.. alike]);

    private static void AppendUnknown(StringBuilder text, DateOnly? end)
    {
        text.Append("\nTHE CALENDAR DOES NOT KNOW THIS DAY");
        if (end is { } last) text.Append(CultureInfo.InvariantCulture, $": it ends on {Words(last)}");
        text.Append(". The hours below are a plain day's.\n");
    }

    private static void AppendPart(StringBuilder text, IReadOnlyList<PartDay> alike)
    {
        var day = alike[0].Day;
        text.Append('\n').AppendJoin(", ", alike.Select(part => part.Day.Label)).Append(": ").Append(alike[0].Kind);
        if (!day.IsKnown) text.Append(", UNKNOWN");
        else if (day.Certainty == "unconfirmed") text.Append(", UNCONFIRMED");
        text.Append('\n');
        foreach (var phase in day.Parts)
            text.Append("  ").Append($"{Time(phase.From)} to {Time(phase.To)}".PadRight(TimesWidth)).Append(phase.Name).Append('\n');
        if (day.SquareOff is { } squareOff) AppendLine(text, "square-off", $"{Time(squareOff)}, the desk's own rule");
        if (day.Candles.Count > 0) AppendLine(text, "candles", Candles(day));
        AppendSource(text, alike[0]);
    }

    private static void AppendSource(StringBuilder text, PartDay part)
    {
        var day = part.Day;
        if (day.Remark.Length > 0) AppendLine(text, "remark", day.Remark);
        if (part.Follows.Length > 0) AppendLine(text, "kept from", $"{part.Follows}; this exchange has no entry of its own");
        if (day.Source.Length > 0)
            AppendLine(text, day.IsKnown ? "known" : "the plain day", $"{day.Certainty}; {day.Source}; noted {day.Noted} by {day.By}");
    }

    private static string Neighbour(CalendarReading reading, DateOnly date, int step)
    {
        if (reading.TradingDay(date, step) is not { } found) return "none within two months";
        var days = reading.DayOf(found);
        if (days.Any(part => !part.Day.IsKnown)) return $"{Words(found)}, if it is a plain day: the calendar does not know it";
        var isDoubtful = days.Any(part => part.Day is { Kind: MarketDayKind.Special, Certainty: "unconfirmed" });
        return isDoubtful ? $"{Words(found)}, unconfirmed" : Words(found);
    }

    private static string Candles(MarketDay day) => string.Join("  ", day.Candles.Select(count =>
        string.Create(CultureInfo.InvariantCulture, $"{Name(count.Timeframe)} {count.Candles}")));

    private static string Name(Timeframe timeframe) => timeframe.IsDay ? "day" : timeframe.Label;

    private static void AppendLine(StringBuilder text, string name, string says) =>
        text.Append("  ").Append(name.PadRight(LabelWidth)).Append(says).Append('\n');

    private static string Phases(MarketDay day) =>
        string.Join(';', day.Parts.Select(part => $"{part.Name} {part.From.Nanos} {part.To.Nanos}"));

    private static string Words(DateOnly date) => date.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);
}
