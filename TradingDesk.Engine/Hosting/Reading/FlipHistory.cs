using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;

namespace TradingDesk.Engine.Hosting.Reading;

/// <summary>Runs a flip meter over the stored seconds of the newest closed candles, so that counting costs the engine nothing.</summary>
internal sealed class FlipHistory(DeskPlan plan, LevelBoard board, CandleReader reader)
{
    /// <summary>Seconds read at most: a day around the clock.</summary>
    private const int SecondsMost = 86_400;

    private readonly ChartHistory _history = new(plan, board, reader);

    public IReadOnlyList<FlipCount> Count(InstrumentId id, Timeframe timeframe, int candles, ReadableLists lists)
    {
        var instrument = plan.Instruments[id];
        var wanted = (int)Math.Min((candles + 1L) * timeframe.Seconds, SecondsMost);
        var seconds = reader.Newest(instrument.Segment, instrument.Token, Timeframe.Second.Seconds, long.MaxValue, wanted);
        var whole = WholeCandles(seconds, instrument.Hours, timeframe).TakeLast(candles).ToList();
        var set = new IndicatorSet(lists.For(id, timeframe));
        if (whole.Count > 0) _history.Settle(set, id, timeframe, Forming(whole[0], instrument.Hours, timeframe).Start);
        var meter = new FlipMeter(set);
        foreach (var pieces in whole) See(meter, pieces, instrument.Hours, timeframe);
        return [.. lists.ColumnsOf(id, timeframe).Select((column, at) =>
            new FlipCount(column.Name, meter.Candles, meter.Flipped(at), meter.Flips(at)))];
    }

    /// <summary>The seconds of each candle, without the first, of which some may be missing, and the last, which may still form.</summary>
    private List<List<Candle>> WholeCandles(IReadOnlyList<Candle> seconds, TradingHours hours, Timeframe timeframe)
    {
        var sessions = new SessionClock(board.Calendar, hours);
        var candles = new List<List<Candle>>();
        var start = default(Instant);
        foreach (var second in seconds)
        {
            if (!board.Calendar.TryGetSession(hours, second.Start, out _)) continue;
            var candle = sessions.Of(second.Start).StartOf(second.Start, timeframe);
            if (candle != start || candles.Count == 0) candles.Add([]);
            start = candle;
            candles[^1].Add(second);
        }

        return candles.Count < 3 ? [] : candles[1..^1];
    }

    private void See(FlipMeter meter, List<Candle> seconds, TradingHours hours, Timeframe timeframe)
    {
        var forming = Forming(seconds, hours, timeframe);
        var session = new SessionClock(board.Calendar, hours).Of(forming.Start);
        meter.See(forming.ToValues(session.Open));
        foreach (var second in seconds.Skip(1))
        {
            forming.Merge(second);
            meter.See(forming.ToValues(session.Open));
        }

        meter.Close(forming.ToValues(session.Open));
    }

    /// <summary>The candle after its first second, which need not be the second that it starts with.</summary>
    private Candle Forming(List<Candle> seconds, TradingHours hours, Timeframe timeframe)
    {
        var first = seconds[0];
        var start = new SessionClock(board.Calendar, hours).Of(first.Start).StartOf(first.Start, timeframe);
        return first with { Start = start, Seconds = timeframe.Seconds };
    }
}
