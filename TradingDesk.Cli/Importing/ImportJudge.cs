using System.Globalization;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Sqlite.Revisions;

namespace TradingDesk.Cli.Importing;

/// <summary>Makes candles of a file's rows by the calendar, and counts what it leaves out and why.</summary>
internal sealed class ImportJudge(
    TradingCalendar calendar, Func<string, Instrument?> find, Timeframe timeframe, bool labelsEnd, Instant now)
{
    private readonly Dictionary<string, Instrument?> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<(InstrumentId, Instant), ImportRow> _rows = [];
    private readonly Dictionary<RevisionDay, RevisionRefuse> _refuse = [];
    private readonly List<StoredCandle> _candles = [];
    private readonly List<BadRow> _bad = [];
    private readonly HashSet<DateOnly> _unknownDays = [];

    public ImportSkips Skips { get; } = new();

    /// <summary>Rows that contradict an earlier one or do not begin with a candle of their span.</summary>
    public IReadOnlyList<BadRow> Bad => _bad;

    public IReadOnlyDictionary<RevisionDay, RevisionRefuse> Refuse => _refuse;

    /// <summary>Days the calendar does not reach: the hours of the nearest plain day were taken.</summary>
    public IReadOnlyCollection<DateOnly> UnknownDays => _unknownDays;

    public LabelEvidence Labels { get; } = new();

    public ZoneEvidence Zone { get; } = new();

    /// <summary>The candles in the order of the store's keys.</summary>
    public IReadOnlyList<StoredCandle> Candles => _candles;

    public void Take(ImportText text)
    {
        foreach (var row in text.Rows) Take(row);
        _candles.Sort((one, other) =>
            (one.Segment, one.Token, one.Candle.Start).CompareTo((other.Segment, other.Token, other.Candle.Start)));
    }

    private void Take(in ImportRow row)
    {
        if (!_found.TryGetValue(row.Symbol, out var instrument)) _found.Add(row.Symbol, instrument = find(row.Symbol));
        if (instrument is null)
        {
            Skips.Add(SkipReason.UnknownInstrument, row);
            return;
        }

        var start = labelsEnd ? row.Label.PlusSeconds(-timeframe.Seconds) : row.Label;
        var day = calendar.DayOf(instrument.Hours, start.IndiaDate);
        if (!day.IsKnown) _unknownDays.Add(day.Date);
        if (Refused(day, row.Label, start) is { } reason)
        {
            Skips.Add(reason, row);
            Count(instrument, start, new RevisionRefuse(0, 1));
            return;
        }

        day.TryGetSession(out var session);
        if (session.StartOf(start, timeframe) != start) AddBad(row.Line, $"it does not stand on a {Word} of the session");
        else if (start.PlusSeconds(timeframe.Seconds) > now) Skips.Add(SkipReason.NotOver, row);
        else if (_rows.TryAdd((instrument.Id, start), row)) _candles.Add(Candle(instrument, start, row));
        else TakeAgain(instrument, start, row);
    }

    private string Word => timeframe == Timeframe.Second ? "second" : "minute";

    private SkipReason? Refused(CalendarDay day, Instant label, Instant start)
    {
        if (!day.TryGetSession(out var session)) return SkipReason.ClosedDay;
        Labels.Note(session, label);
        Zone.Note(session, start);
        if (session.Contains(start)) return null;
        return start < session.Open ? SkipReason.BeforeSession : start >= session.Close ? SkipReason.AfterSession : SkipReason.InPause;
    }

    private void TakeAgain(Instrument instrument, Instant start, in ImportRow row)
    {
        var first = _rows[(instrument.Id, start)];
        Count(instrument, start, new RevisionRefuse(1, 0));
        if (row.SaysTheSameAs(first)) Skips.Add(SkipReason.Duplicate, row);
        else AddBad(row.Line, $"it contradicts line {first.Line}, which was taken");
    }

    private void Count(Instrument instrument, Instant start, RevisionRefuse more)
    {
        var day = new RevisionDay(instrument.Segment, instrument.Token, timeframe.Seconds, start.IndiaDate);
        var before = _refuse.GetValueOrDefault(day);
        _refuse[day] = new RevisionRefuse(before.Duplicates + more.Duplicates, before.Outside + more.Outside);
    }

    private void AddBad(long line, FormattableString why) => _bad.Add(new BadRow(line, why.ToString(CultureInfo.InvariantCulture)));

    private StoredCandle Candle(Instrument instrument, Instant start, in ImportRow row) => new(instrument.Segment, instrument.Token, new()
    {
        Start = start,
        Seconds = timeframe.Seconds,
        Open = row.Open,
        High = row.High,
        Low = row.Low,
        Close = row.Close,
        Volume = row.Volume,
        Ticks = row.Ticks,
        Quality = CandleQuality.Filled,
    });
}
