using System.Globalization;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Days;

/// <summary>The calendar's days as people see them.</summary>
internal static class DayViews
{
    /// <summary>The parts of an exchange that the desk shows side by side.</summary>
    public static IReadOnlyList<MarketPart> Shown { get; } =
        [MarketPart.Index, MarketPart.FnoStocks, MarketPart.Stocks, MarketPart.Futures, MarketPart.Options];

    private static readonly Timeframe[] _counted = [Timeframe.Minute, new(300), new(900), new(3_600), Timeframe.Day];

    public static MarketDay View(this TradingCalendar calendar, TradingHours hours, DateOnly date)
    {
        var day = calendar.DayOf(hours, date);
        var entry = day.Entry;
        return new MarketDay(date, hours.ToString(), LabelOf(hours.Part), KindOf(day), [.. day.Phases.Select(phase => Part(phase, date))])
        {
            SquareOff = calendar.SquareOff(hours, date),
            IsKnown = day.IsKnown,
            Certainty = CalendarWords.Of(day.Certainty).Replace('-', ' '),
            Source = entry?.Source ?? "",
            Remark = entry?.Remark ?? "",
            By = entry?.By ?? "",
            Noted = entry?.Noted ?? "",
            Candles = day.TryGetSession(out var session) ? [.. _counted.Select(timeframe => CountOf(session, timeframe))] : [],
        };
    }

    private static CandleCount CountOf(in TradingSession session, Timeframe timeframe) =>
        new(timeframe, session.Starts(timeframe).Count());

    public static MarketPartNow Now(this TradingCalendar calendar, TradingHours hours, Instant moment)
    {
        var phase = calendar.PhaseAt(hours, moment);
        Instant? until = calendar.IsDated ? phase.Until : null;
        var next = NameOf(calendar.PhaseAt(hours, phase.Until).Kind);
        return new MarketPartNow(hours.ToString(), LabelOf(hours.Part), NameOf(phase.Kind), phase.Kind == PhaseKind.Open, until, next)
        {
            Holiday = HolidayOf(calendar.DayOf(hours, moment.IndiaDate)),
        };
    }

    /// <summary>What the remark begins with: after a semicolon it says how the day came to be closed.</summary>
    private static string HolidayOf(in CalendarDay day) => day is not { Kind: EntryKind.Closed, Entry: { } entry } ? ""
        : entry.Remark.Split(';')[0].Trim() is { Length: > 0 } name ? name
        : "Holiday";

    public static CalendarChange View(this CalendarEntry entry)
    {
        var days = entry.From == entry.To
            ? entry.From.ToString("d MMM yyyy", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{entry.From:d MMM yyyy} to {entry.To:d MMM yyyy}");
        var says = entry.Kind switch
        {
            EntryKind.Closed => "closed",
            EntryKind.Regular => "a plain day",
            _ => string.Join(", ", entry.Phases.Select(SentenceOf)),
        };
        var whose = $"{CalendarWords.Of(entry.Exchange)} {string.Join(", ", entry.Parts.Select(LabelOf))}";
        return new CalendarChange(entry.By, entry.Noted, $"{days}: {whose}: {says}", entry.Source, entry.Remark);
    }

    public static string NameOf(PhaseKind kind) => kind switch
    {
        PhaseKind.PreOpen => "Pre-open",
        PhaseKind.Matching => "Matching",
        PhaseKind.Buffer => "Before the open",
        PhaseKind.Open => "Open",
        PhaseKind.Reference => "Reference price",
        PhaseKind.Auction => "Closing auction",
        PhaseKind.AuctionLimit => "Closing auction, limit orders",
        PhaseKind.PostClose => "Post-close",
        PhaseKind.Pause => "Pause",
        _ => "Closed",
    };

    public static string LabelOf(MarketPart part) => part switch
    {
        MarketPart.Index => "Indices",
        MarketPart.Stocks => "Other stocks",
        MarketPart.FnoStocks => "Stocks with F&O",
        MarketPart.Futures => "Futures",
        MarketPart.Options => "Options",
        MarketPart.Currency => "Currency",
        _ => "Commodities",
    };

    private static string SentenceOf(DayPhase phase) =>
        $"{NameOf(phase.Kind).ToLowerInvariant()} {CalendarWords.TimeOf(phase.FromSecond)} to {CalendarWords.TimeOf(phase.ToSecond)}";

    private static DayPart Part(DayPhase phase, DateOnly date) =>
        new(NameOf(phase.Kind), phase.StartOn(date), phase.EndOn(date), phase.Kind == PhaseKind.Open);

    private static MarketDayKind KindOf(CalendarDay day) => day.Kind switch
    {
        EntryKind.Closed => day.Entry is null ? MarketDayKind.Weekend : MarketDayKind.Holiday,
        EntryKind.Session => MarketDayKind.Special,
        _ => MarketDayKind.Regular,
    };
}
