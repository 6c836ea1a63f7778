using System.Globalization;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market.Quality;

/// <summary>Holds a day's stored minutes against the calendar and says what they are worth.</summary>
internal static class DayInspection
{
    /// <summary>A twentieth of the minutes may be missing before a day is poor.</summary>
    private const int FairPart = 20;

    private const CandleQuality LostSeconds = CandleQuality.Gap | CandleQuality.Partial;

    /// <param name="instrument">Whose candles they are.</param>
    /// <param name="day">The day by the calendar of its hours.</param>
    /// <param name="stored">Its stored minutes of that day in India, ascending.</param>
    /// <param name="entries">What revisions did to the day.</param>
    /// <param name="now">Minutes that are not over yet are not expected.</param>
    public static DayQuality Of(
        Instrument instrument, CalendarDay day, IReadOnlyList<Candle> stored, DayEntries entries, Instant now)
    {
        if (!day.TryGetSession(out var session)) return OfClosedDay(day, stored, entries);
        var inside = stored.Where(candle => session.Contains(candle.Start)).ToArray();
        var starts = session.Starts(Timeframe.Minute).Where(start => start.PlusSeconds(Timeframe.Minute.Seconds) <= now).ToArray();
        var there = inside.Select(candle => candle.Start).ToHashSet();
        var found = new DayQuality(day.Date, default, "")
        {
            Expected = starts.Length,
            Present = starts.Count(there.Contains),
            Missing = Spans(starts, there),
            WithGaps = inside.Count(candle => (candle.Quality & LostSeconds) != 0),
            Filled = inside.Count(candle => candle.Quality.HasFlag(CandleQuality.Filled)),
            Spikes = SpikeRule.Find(inside, instrument.Tick),
            Outside = stored.Count - inside.Length,
            WithoutVolume = instrument.Kind == InstrumentKind.Index ? 0 : inside.Count(candle => candle.Volume == 0),
            First = inside.Length == 0 ? null : inside[0].Start,
            Last = inside.Length == 0 ? null : inside[^1].Start,
            Entries = entries,
            IsDayKnown = day.IsKnown,
        };
        return found with { Grade = GradeOf(found), Sentence = SentenceOf(found) };
    }

    private static DayQuality OfClosedDay(CalendarDay day, IReadOnlyList<Candle> stored, DayEntries entries)
    {
        var sentence = stored.Count == 0 ? "Nothing trades." : string.Create(CultureInfo.InvariantCulture,
            $"Nothing trades by the calendar, but {stored.Count:N0} candles are stored.");
        return new DayQuality(day.Date, stored.Count == 0 ? QualityGrade.Closed : QualityGrade.Poor, sentence)
        {
            Outside = stored.Count,
            Entries = entries,
            IsDayKnown = day.IsKnown,
        };
    }

    private static List<MissingSpan> Spans(Instant[] starts, HashSet<Instant> there)
    {
        var spans = new List<MissingSpan>();
        var length = 0;
        for (var place = 0; place <= starts.Length; place++)
        {
            if (place < starts.Length && !there.Contains(starts[place])) length++;
            else if (length > 0)
            {
                var end = starts[place - 1].PlusSeconds(Timeframe.Minute.Seconds);
                spans.Add(new MissingSpan(starts[place - length], end, length));
                length = 0;
            }
        }

        return spans;
    }

    private static QualityGrade GradeOf(DayQuality day)
    {
        if (day.Outside > 0) return QualityGrade.Poor;
        var missing = day.Expected - day.Present;
        if (day.Present == 0 && day.Expected > 0) return QualityGrade.Empty;
        if (missing * FairPart > day.Expected) return QualityGrade.Poor;
        return missing + day.WithGaps + day.Spikes.Count + day.WithoutVolume == 0 && day.IsDayKnown ? QualityGrade.Good : QualityGrade.Fair;
    }

    private static string SentenceOf(DayQuality day)
    {
        var parts = new List<string>();
        void Part(FormattableString part) => parts.Add(part.ToString(CultureInfo.InvariantCulture));
        if (day.Expected == 0) Part($"No minute is over yet");
        else if (day.Present == day.Expected) Part($"All {day.Expected:N0} minutes are there");
        else Part($"{day.Present:N0} of {day.Expected:N0} minutes are there");
        if (day.WithGaps > 0) Part($"{day.WithGaps:N0} of them lost seconds");
        if (day.Spikes.Count > 0) Part($"{Times(day.Spikes)} {(day.Spikes.Count == 1 ? "looks" : "look")} like a wrong price");
        if (day.Outside > 0) Part($"{day.Outside:N0} candles are outside the session");
        if (day.WithoutVolume > 0) Part($"{day.WithoutVolume:N0} have no volume");
        if (!day.IsDayKnown) Part($"the calendar does not reach this day");
        return $"{string.Join("; ", parts)}.";
    }

    private static string Times(IReadOnlyList<Instant> moments)
    {
        const int Most = 3;
        var first = moments.Take(Most).Select(moment => moment.ToIndia().ToString("HH:mm", CultureInfo.InvariantCulture));
        var shown = string.Join(", ", first);
        return moments.Count <= Most ? shown
            : string.Create(CultureInfo.InvariantCulture, $"{shown} and {moments.Count - Most:N0} more");
    }
}
