using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Feeds.Simulated;

/// <summary>
/// The candles a desk would have stored had it watched the simulated market: made at its start, or after a gap, and
/// marked Filled.
/// </summary>
internal sealed class SimulatedHistory(ulong seed, InstrumentTable instruments, TradingCalendar calendar)
{
    private const int EarlierSessionsMost = 2;

    /// <summary>Two sessions of an exchange: around the clock one day has more, and a first start should not take long.</summary>
    private const int FirstEarlierMinutes = 2 * 375;

    private const int SecondsKept = 30 * 60;
    private const int CandlesPerBlock = 60;

    private readonly SimulatedHours _hours = new(calendar, instruments);
    private readonly HistoryCandle[] _block = new HistoryCandle[instruments.Count * CandlesPerBlock];

    /// <summary>One market per worker; each makes its share of the instruments.</summary>
    private readonly SimulatedMarket[] _markets =
        [.. Enumerable.Range(0, Math.Min(Environment.ProcessorCount, 4)).Select(_ => new SimulatedMarket(seed, instruments, calendar))];

    /// <summary>
    /// First the minutes of two earlier sessions, or of as many as a first start needs, and today so far, then the seconds of the last
    /// half hour; only what ends after `from` and by `now`. A block holds its instruments one after the other, each ascending,
    /// and is good until the next is asked for.
    /// </summary>
    public IEnumerable<ReadOnlyMemory<HistoryCandle>> Read(Instant? from, Instant now, bool isFirst)
    {
        var sessions = Sessions(now, isFirst ? FirstEarlierMinutes : int.MaxValue);
        foreach (var session in sessions)
        {
            foreach (var block in Blocks(session, 60, Later(session.Open, from), now)) yield return block;
        }

        var seconds = Later(now.Second.PlusSeconds(-SecondsKept), from);
        foreach (var session in sessions)
        {
            foreach (var block in Blocks(session, 1, Later(session.Open, seconds), now)) yield return block;
        }
    }

    private IEnumerable<ReadOnlyMemory<HistoryCandle>> Blocks(TradingSession session, int span, Instant from, Instant now)
    {
        var nanos = span * Instant.NanosPerSecond;
        var start = session.StartOf(from, new Timeframe(span));
        var end = now < session.Close ? now : session.Close;
        while (end - start >= nanos)
        {
            var count = (int)Math.Min((end - start) / nanos, CandlesPerBlock);
            var candles = Fill(start, span, count);
            if (candles > 0) yield return _block.AsMemory(0, candles);
            start = start.PlusSeconds((long)span * count);
        }
    }

    /// <summary>Makes the block's candles, instrument by instrument, and closes the places where nothing traded.</summary>
    private int Fill(Instant start, int span, int count)
    {
        Parallel.For(0, _markets.Length, worker =>
        {
            for (var i = 0; i < count; i++)
            {
                var moment = start.PlusSeconds((long)span * i);
                for (var id = worker; id < instruments.Count; id += _markets.Length)
                    _block[(id * count) + i] = Make(_markets[worker], new InstrumentId(id), moment, span);
            }
        });
        var kept = 0;
        foreach (var candle in _block.AsSpan(0, instruments.Count * count))
        {
            if (!candle.Candle.IsEmpty) _block[kept++] = candle;
        }

        return kept;
    }

    private static HistoryCandle Make(SimulatedMarket market, InstrumentId id, Instant moment, int span)
    {
        var candle = span == 1 ? market.SecondOf(id, moment) : market.MinuteOf(id, moment);
        candle.Quality = CandleQuality.Filled;
        return new HistoryCandle(id, candle);
    }

    /// <summary>The session that is on, or the last one, and those before it until they have so many minutes, earliest first.</summary>
    private List<TradingSession> Sessions(Instant now, int earlierMinutes)
    {
        var sessions = new List<TradingSession> { _hours.Before(now).Span };
        var minutes = 0L;
        while (sessions.Count <= EarlierSessionsMost && minutes < earlierMinutes)
        {
            var earlier = _hours.Before(sessions[0].Open).Span;
            sessions.Insert(0, earlier);
            minutes += (earlier.Close - earlier.Open) / (60 * Instant.NanosPerSecond);
        }

        return sessions;
    }

    private static Instant Later(Instant moment, Instant? other) => other is { } given && given > moment ? given : moment;
}
