using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Candles;

namespace TradingDesk.Cli.Exporting;

/// <summary>
/// One instrument's candles of any timeframe from what is stored: seconds and minutes as they stand, the others as the sums that the
/// desk's own candles are.
/// </summary>
internal sealed class ExportSeries(CandleReader reader, Instrument instrument, TradingCalendar calendar, Timeframe timeframe, Instant now)
{
    private readonly Timeframe _piece = timeframe < Timeframe.Minute ? Timeframe.Second : Timeframe.Minute;

    /// <summary>The days of the oldest and the newest stored piece, or null without any.</summary>
    public (DateOnly First, DateOnly Last)? Span()
    {
        if (reader.LastStart(instrument.Segment, instrument.Token, _piece.Seconds) is not { } last) return null;
        var first = reader.Stream(instrument.Segment, instrument.Token, _piece.Seconds, 0).First();
        return (first.Start.IndiaDate, Instant.FromUnixSeconds(last).IndiaDate);
    }

    /// <summary>The candles of the days from one to another that are over, ascending.</summary>
    public IEnumerable<Candle> Between(DateOnly from, DateOnly to) =>
        Sums(Stored(Instant.FromIndiaMidnight(from), Instant.FromIndiaMidnight(to.AddDays(1))));

    /// <summary>About that many candles before a day, ascending: what indicators settle on.</summary>
    public IEnumerable<Candle> Before(DateOnly day, int count)
    {
        var pieces = (int)Math.Min((long)count * timeframe.Seconds / _piece.Seconds, int.MaxValue);
        var before = Instant.FromIndiaMidnight(day).UnixSeconds;
        return Sums(reader.Newest(instrument.Segment, instrument.Token, _piece.Seconds, before, pieces));
    }

    public Instant SessionOpen(in Candle candle) =>
        calendar.TryGetSession(instrument.Hours, candle.Start.IndiaDate, out var session) ? session.Open : candle.Start;

    /// <summary>When the candle ends: with its span, or with the session.</summary>
    public Instant EndOf(in Candle candle) => calendar.TryGetSession(instrument.Hours, candle.Start.IndiaDate, out var session)
        ? session.EndOf(candle.Start, timeframe) : candle.End;

    private IEnumerable<Candle> Stored(Instant from, Instant before) => reader.Stream(
        instrument.Segment, instrument.Token, _piece.Seconds, from.UnixSeconds, before.UnixSeconds);

    private IEnumerable<Candle> Sums(IEnumerable<Candle> pieces)
    {
        var sum = default(Candle);
        foreach (var piece in pieces)
        {
            if (timeframe == _piece)
            {
                yield return piece;
                continue;
            }

            if (!calendar.TryGetSession(instrument.Hours, piece.Start, out var session)) continue;
            var start = session.StartOf(piece.Start, timeframe);
            if (!sum.IsEmpty && sum.Start != start) yield return sum;
            if (!sum.IsEmpty && sum.Start == start)
            {
                sum.Merge(piece);
                continue;
            }

            sum = piece;
            (sum.Start, sum.Seconds) = (start, timeframe.Seconds);
        }

        if (!sum.IsEmpty && EndOf(sum) <= now) yield return sum;
    }
}
