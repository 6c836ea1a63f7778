using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;

namespace TradingDesk.Engine.Hosting.Reading;

/// <summary>
/// Closed candles for charts: stored minutes or seconds taken up one rung, with a list's indicators as a cold desk would show them.
/// </summary>
internal sealed class ChartHistory(DeskPlan plan, LevelBoard board, CandleReader reader)
{
    /// <summary>Candles before the first shown that the indicators settle on: at least this many, or ten times their warm-up.</summary>
    private const int SettlingCandlesLeast = 1_000;

    /// <summary>A week of minutes around the clock, forty sessions of the exchange.</summary>
    private const long PiecesMost = 15_000;

    /// <summary>The newest candles before a moment, oldest first, at most that many.</summary>
    public CandleHistory Read(InstrumentId id, Timeframe timeframe, int count, Instant before, ReadableLists lists)
    {
        var list = lists.For(id, timeframe);
        var candles = Closed(plan.Instruments[id], timeframe, count + SettlingCandles(list), before);
        var set = new IndicatorSet(list);
        var sessions = new SessionClock(board.Calendar, plan.Instruments[id].Hours);
        var values = new double[list.Columns.Count];
        var shown = new List<CandleView>(count);
        var columns = new List<IReadOnlyList<double?>>(count);
        for (var i = 0; i < candles.Count; i++)
        {
            set.Update(candles[i].ToValues(sessions.Of(candles[i].Start).Open));
            if (i < candles.Count - count) continue;
            set.Read(values);
            shown.Add(candles[i].View());
            columns.Add([.. values.Select(value => double.IsNaN(value) ? (double?)null : value)]);
        }

        return new CandleHistory(lists.ColumnsOf(id, timeframe), shown, columns);
    }

    /// <summary>Warms a set with the closed candles before a moment.</summary>
    public void Settle(IndicatorSet set, InstrumentId id, Timeframe timeframe, Instant before)
    {
        var sessions = new SessionClock(board.Calendar, plan.Instruments[id].Hours);
        foreach (var candle in Closed(plan.Instruments[id], timeframe, SettlingCandles(set.List), before))
            set.Update(candle.ToValues(sessions.Of(candle.Start).Open));
    }

    private static int SettlingCandles(IndicatorList list) => Math.Max(SettlingCandlesLeast, 10 * list.WarmUp);

    private List<Candle> Closed(Instrument instrument, Timeframe timeframe, int count, Instant before)
    {
        var piece = timeframe < Timeframe.Minute ? Timeframe.Second : Timeframe.Minute;
        var pieces = (int)Math.Min(count * (timeframe.Seconds / (long)piece.Seconds), PiecesMost);
        // Asked before the pieces are read: what is written in between must not close a candle whose end was not read.
        var newest = reader.LastStart(instrument.Segment, instrument.Token, piece.Seconds) ?? 0;
        var stored = reader.Newest(instrument.Segment, instrument.Token, piece.Seconds, before.UnixSeconds, pieces);
        if (timeframe == piece) return [.. stored.Where(candle => board.Calendar.TryGetSession(instrument.Hours, candle.Start, out _))];
        var candles = Merge(stored, instrument.Hours, timeframe, Instant.FromUnixSeconds(Math.Min(newest, before.UnixSeconds)));
        // Seconds are deleted by their age alone, so that the oldest kept may stand anywhere in its candle.
        var isCut = stored.Count == pieces || piece == Timeframe.Second;
        if (isCut && candles.Count > 0 && candles[0].Start < stored[0].Start) candles.RemoveAt(0);
        return candles;
    }

    /// <summary>
    /// A candle is closed by its own last piece or by a later stored one, never by the clock: the writer may be late, and it writes an
    /// instrument's pieces in their order.
    /// </summary>
    private List<Candle> Merge(IReadOnlyList<Candle> pieces, TradingHours hours, Timeframe timeframe, Instant storedThrough)
    {
        var ladder = new TimeframeLadder(1, [timeframe]);
        var sessions = new SessionClock(board.Calendar, hours);
        var candles = new List<Candle>();
        foreach (var piece in pieces)
        {
            if (!board.Calendar.TryGetSession(hours, piece.Start, out _)) continue;
            foreach (ref readonly var closed in ladder.Climb(default, piece, sessions.Of(piece.Start))) candles.Add(closed.Candle);
        }

        foreach (ref readonly var closed in ladder.CloseDue(default, storedThrough)) candles.Add(closed.Candle);
        return candles;
    }
}
