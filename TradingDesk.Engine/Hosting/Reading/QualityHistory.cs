using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Quality;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Observation.Quality;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Sqlite.Revisions;

namespace TradingDesk.Engine.Hosting.Reading;

/// <summary>Reads days of stored minutes and says what each is worth. What it cannot read it throws as a SqliteException.</summary>
internal sealed class QualityHistory(CandleReader candles, RevisionReader revisions)
{
    /// <summary>Ten years: more days than that are cut off at the end.</summary>
    private const int DaysMost = 3_653;

    private static readonly int _minute = Timeframe.Minute.Seconds;

    /// <summary>The days from one to another, ascending, by that calendar and as of that moment.</summary>
    public IReadOnlyList<DayQualityView> Read(
        Instrument instrument, TradingCalendar calendar, DateOnly from, DateOnly to, Instant now)
    {
        var last = from.AddDays(DaysMost) < to ? from.AddDays(DaysMost) : to;
        var entered = revisions
            .Days(new RevisionDay(instrument.Segment, instrument.Token, _minute, from), last)
            .ToLookup(day => day.Date);
        var (begin, end) = (Instant.FromIndiaMidnight(from).UnixSeconds, Instant.FromIndiaMidnight(last.AddDays(1)).UnixSeconds);
        var stored = candles.Between(instrument.Segment, instrument.Token, _minute, begin, end).ToLookup(candle => candle.Start.IndiaDate);
        var days = new List<DayQualityView>();
        for (var date = from; date <= last; date = date.AddDays(1))
        {
            var day = calendar.DayOf(instrument.Hours, date);
            days.Add(DayInspection.Of(instrument, day, [.. stored[date]], EntriesOf(entered[date]), now).View());
        }

        return days;
    }

    /// <summary>The days of the oldest and the newest stored minute, or null without any.</summary>
    public (DateOnly First, DateOnly Last)? Span(Instrument instrument)
    {
        if (candles.LastStart(instrument.Segment, instrument.Token, _minute) is not { } last) return null;
        var first = candles.Stream(instrument.Segment, instrument.Token, _minute, 0).First();
        return (first.Start.IndiaDate, Instant.FromUnixSeconds(last).IndiaDate);
    }

    private static DayEntries EntriesOf(IEnumerable<RevisedDay> days)
    {
        var all = days.ToArray();
        return new DayEntries(
            [.. all.Select(day => day.Revision)], all.Sum(day => day.Refuse.Duplicates), all.Sum(day => day.Refuse.Outside));
    }
}
