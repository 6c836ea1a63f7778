using System.Globalization;
using TradingDesk.Engine.Observation.Days;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Web.Pages.Market;

/// <summary>A day of the market in words.</summary>
internal static class DayWords
{
    public static string Of(MarketDay day) => day.Kind switch
    {
        MarketDayKind.Weekend => "Weekend",
        MarketDayKind.Holiday => "Holiday",
        MarketDayKind.Special => "Special session",
        _ when day.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday => "Trading day on a weekend",
        _ => "Trading day",
    };

    /// <summary>Why one should not count on the day; empty when one may.</summary>
    public static string Doubt(MarketDay day) => !day.IsKnown ? "not known" : day.Certainty == "unconfirmed" ? day.Certainty : "";

    public static string Time(Instant moment)
    {
        var india = moment.ToIndia();
        return india.ToString(india.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>When candles are made: `09:15 to 15:15`, twice on a day with a pause.</summary>
    public static string Trading(MarketDay day)
    {
        var open = day.Parts.Where(part => part.IsTrading).Select(part => $"{Time(part.From)} to {End(part)}").ToList();
        return open.Count == 0 ? "closed" : string.Join(", ", open);
    }

    public static string Others(MarketDay day) =>
        string.Join(", ", day.Parts.Where(part => !part.IsTrading)
            .Select(part => $"{part.Name.ToLowerInvariant()} {Time(part.From)}–{End(part)}"));

    /// <summary>A time on the axis of that day, whose end may be midnight.</summary>
    public static string Mark(DateOnly date, Instant moment) => moment.IndiaDate > date ? "24:00" : Time(moment);

    /// <summary>Where a day is known from, each source once with the parts it speaks of.</summary>
    public static string Sources(IReadOnlyList<MarketDay> days)
    {
        var sources = days.Where(day => day.Source.Length > 0).GroupBy(day => day.Source).ToList();
        if (sources.Count == 1) return $"Source: {sources[0].Key}";
        var told = sources.Select(source => $"of {string.Join(", ", source.Select(day => day.Label))}: {source.Key}");
        return $"Source {string.Join("; ", told)}";
    }

    /// <summary>Midnight ends the day it comes after.</summary>
    private static string End(DayPart part) => part.To.IndiaDate > part.From.IndiaDate ? "24:00" : Time(part.To);
}
