using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Warmth;

/// <summary>
/// Grows instruments from stored minutes and seconds: for the desk's start from a snapshot or cold, for a change up to where the engine's
/// own candles go on. The window of a cold start is 15,000 minutes of trading, back to a session's open, and as many seconds for
/// timeframes below the minute.
/// </summary>
internal sealed class StoredPast(TradingCalendar calendar, PieceSource pieces)
{
    /// <summary>A week and a half around the clock, forty sessions of the exchange: 1,000 candles of fifteen minutes.</summary>
    private const long PiecesMost = 15_000;

    private const int CandlesLeast = 1_000;

    /// <summary>What the desk knows of an instrument before its first tick.</summary>
    public WarmInstrument AtStart(
        Instrument instrument, IReadOnlyList<Timeframe> timeframes, IndicatorLists lists, RestoredInstrument? restored, Instant start)
    {
        var growing = Grow(instrument, timeframes, lists, restored, start);
        for (var rung = 0; rung < timeframes.Count; rung++) growing.CloseRestored(rung);
        var rungs = timeframes.Select((timeframe, rung) =>
            new WarmRung(timeframe.Seconds, growing.StateOf(rung), WordsOf(growing.SetOf(rung))));
        return new WarmInstrument(0, growing.Through, growing.Day, [.. rungs]);
    }

    /// <summary>What a change asked for.</summary>
    public WarmInstrument ForChange(Instrument instrument, WarmthWanted wanted, IndicatorLists lists)
    {
        var through = wanted.Through[instrument.Id.Index];
        var growing = Grow(instrument, wanted.Timeframes, lists, null, through);
        growing.CloseEnded(through);
        var rungs = new WarmRung[wanted.Timeframes.Count];
        for (var rung = 0; rung < rungs.Length; rung++)
        {
            if (wanted.IsNewVersion) growing.CloseBefore(rung, wanted.NextStarts[(instrument.Id.Index * rungs.Length) + rung]);
            var grown = wanted.IsNewVersion ? default : growing.StateOf(rung);
            rungs[rung] = new WarmRung(wanted.Timeframes[rung].Seconds, grown, WordsOf(growing.SetOf(rung)));
        }

        return new WarmInstrument(wanted.Request, growing.Through, default, rungs);
    }

    /// <summary>The candles a run asked for: those before the first one that the engine itself closes, from a session's open on.</summary>
    public List<Candle> ForRun(Instrument instrument, RunHistoryWanted wanted)
    {
        var (timeframe, hours, candles) = (wanted.Timeframe, instrument.Hours, new List<Candle>());
        var ladder = new TimeframeLadder(1, [timeframe]);
        var sessions = new SessionClock(calendar, hours);
        var from = WindowOf(hours, timeframe, wanted.Candles, wanted.Through);
        var read = Instant.FromUnixSeconds(0);
        var pieceOf = timeframe < Timeframe.Minute ? Timeframe.Second : Timeframe.Minute;
        foreach (var piece in PiecesOf(instrument, pieceOf, from, wanted.Through)) Climb(piece);
        // The minute that formed when the desk ended has no row of its own, only its seconds.
        if (pieceOf == Timeframe.Minute)
        {
            foreach (var piece in PiecesOf(instrument, Timeframe.Second, Later(from, read), wanted.Through)) Climb(piece);
        }

        foreach (ref readonly var closed in ladder.CloseDue(default, wanted.Through)) candles.Add(closed.Candle);
        candles.RemoveAll(candle => candle.Start >= wanted.NextStart || candle.Start < from);
        return candles;

        void Climb(in Candle piece)
        {
            foreach (ref readonly var closed in ladder.Climb(default, piece, sessions.Of(piece.Start))) candles.Add(closed.Candle);
            read = piece.End;
        }
    }

    private IEnumerable<Candle> PiecesOf(Instrument instrument, Timeframe piece, Instant from, Instant before) =>
        pieces(instrument, piece, from.UnixSeconds, before.UnixSeconds)
            .Where(candle => candle.End <= before && calendar.TryGetSession(instrument.Hours, candle.Start, out _));

    private GrowingInstrument Grow(Instrument instrument, IReadOnlyList<Timeframe> timeframes, IndicatorLists lists,
        RestoredInstrument? restored, Instant before)
    {
        var hours = instrument.Hours;
        var growing = new GrowingInstrument(calendar, hours, timeframes, timeframe => lists.For(instrument.Id, timeframe));
        var minutesFrom = calendar.SessionBefore(hours, calendar.SessionBefore(hours, before).Open).Open;
        var secondsFrom = before;
        for (var rung = 0; rung < timeframes.Count; rung++)
        {
            var timeframe = timeframes[rung];
            var from = restored is not null && restored.TryRestore(growing, rung, timeframe, out var nextStart)
                ? nextStart
                : WindowOf(hours, timeframe, CandlesFor(lists.For(instrument.Id, timeframe)), before);
            if (timeframe < Timeframe.Minute) secondsFrom = Earlier(secondsFrom, from);
            else minutesFrom = Earlier(minutesFrom, from);
        }

        Take(growing, instrument, Timeframe.Minute, minutesFrom, before);
        // The minute that formed when the desk ended has no row of its own, only its seconds.
        Take(growing, instrument, Timeframe.Second, Earlier(secondsFrom, Later(growing.Through, minutesFrom)), before);
        return growing;
    }

    private void Take(GrowingInstrument growing, Instrument instrument, Timeframe piece, Instant from, Instant before)
    {
        foreach (var candle in PiecesOf(instrument, piece, from, before)) growing.Take(candle);
    }

    private static long CandlesFor(IndicatorList list) => Math.Max(CandlesLeast, 10 * list.WarmUp);

    /// <summary>Where a cold start begins: far enough back for so many candles, within what is read at all.</summary>
    private Instant WindowOf(TradingHours hours, Timeframe timeframe, long candles, Instant before)
    {
        var piece = timeframe < Timeframe.Minute ? Timeframe.Second : Timeframe.Minute;
        var seconds = Math.Min(candles * timeframe.Seconds / piece.Seconds, PiecesMost) * piece.Seconds;
        var session = calendar.SessionBefore(hours, before);
        var traded = session.TradedBefore(before);
        while (traded < seconds)
        {
            session = calendar.SessionBefore(hours, session.Open);
            traded += session.TradedSeconds;
        }

        return piece == Timeframe.Minute ? session.Open : Later(session.Open, before.PlusSeconds(-PiecesMost));
    }

    private static long[] WordsOf(IndicatorSet set)
    {
        var words = new long[set.StateWords];
        var writer = new StateWriter(words);
        set.Save(ref writer);
        return words;
    }

    private static Instant Earlier(Instant one, Instant other) => one < other ? one : other;

    private static Instant Later(Instant one, Instant other) => one > other ? one : other;
}
