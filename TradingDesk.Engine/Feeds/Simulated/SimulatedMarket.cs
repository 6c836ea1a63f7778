using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Feeds.Simulated;

/// <summary>
/// A whole market as a pure function of a seed and the market's time: any second, minute or book can be made alone, in
/// any order.
/// </summary>
/// <remarks>
/// What it keeps between calls makes it faster, never different. One reader at a time; a second reader takes a market
/// of its own.
/// </remarks>
internal sealed class SimulatedMarket
{
    private const int InstrumentsMost = 1 << 14;
    private const int DepthPlace = 15;

    private readonly int _count;
    private readonly MinuteCache _seconds;
    private readonly MinuteCache _candles;
    private readonly SimulatedDay _day;

    /// <summary>What happens in a second, as numbers that sort by time, then instrument, then the book after its ticks.</summary>
    private readonly uint[] _order;

    public SimulatedMarket(ulong seed, InstrumentTable instruments, TradingCalendar calendar)
    {
        if (instruments.Count > InstrumentsMost)
            throw new ArgumentException($"The simulated market takes at most {InstrumentsMost} instruments.", nameof(instruments));
        _count = instruments.Count;
        var hours = new SimulatedHours(calendar, instruments);
        _seconds = new MinuteCache(seed, instruments, hours);
        _candles = new MinuteCache(seed, instruments, hours);
        _day = new SimulatedDay(_candles, hours, instruments);
        _order = new uint[EventsPerSecondMost];
    }

    /// <summary>The room that <see cref="Second"/> needs.</summary>
    public int EventsPerSecondMost => _count * (InstrumentMinute.TicksPerSecondMost + 1);

    /// <summary>
    /// Writes everything that happens in the second that contains the moment, in the order of time, and returns how
    /// much.
    /// </summary>
    public int Second(Instant moment, Span<SimulatedEvent> into)
    {
        var start = moment.Second;
        if (_seconds.SessionAt(start) is not { } session) return 0;
        if (into.Length < EventsPerSecondMost) throw new ArgumentException("The room for one second of events is too small.", nameof(into));
        _day.MoveTo(session, start);
        var minute = session.MinuteOf(start);
        var second = (int)((start - session.StartOf(minute)) / Instant.NanosPerSecond);
        var events = Order(session, minute, second);
        for (var i = 0; i < events; i++) Write(session, minute, second, _order[i], ref into[i]);
        _day.Finish(start);
        return events;
    }

    /// <summary>The candle that the ticks of a minute make; empty when there is none.</summary>
    public Candle MinuteOf(InstrumentId instrument, Instant minuteStart)
    {
        if (_candles.SessionAt(minuteStart) is not { } session) return new Candle { Start = minuteStart, Seconds = 60 };
        return _candles.Of(instrument.Index, session, session.MinuteOf(minuteStart)).CandleOf(0, 60);
    }

    /// <summary>The candle that the ticks of a second make; empty when there is none.</summary>
    public Candle SecondOf(InstrumentId instrument, Instant moment)
    {
        var start = moment.Second;
        if (_candles.SessionAt(start) is not { } session) return new Candle { Start = start, Seconds = 1 };
        var minute = session.MinuteOf(start);
        var second = (int)((start - session.StartOf(minute)) / Instant.NanosPerSecond);
        return _candles.Of(instrument.Index, session, minute).CandleOf(second, second + 1);
    }

    private int Order(SimulatedSession session, int minute, int second)
    {
        var events = 0;
        for (var i = 0; i < _count; i++)
        {
            var held = _seconds.Of(i, session, minute);
            if (held.Ticks == 0) continue;
            var (first, end) = (held.TicksBefore(second), held.TicksBefore(second + 1));
            for (var tick = first; tick < end; tick++)
                _order[events++] = Place(held.MillisecondOf(tick, second) - (second * 1_000), i, tick - first);
            if (held.HasDepth) _order[events++] = Place(held.DepthMillisecondOf(second) - (second * 1_000), i, DepthPlace);
        }

        _order.AsSpan(0, events).Sort();
        return events;
    }

    private void Write(SimulatedSession session, int minute, int second, uint place, ref SimulatedEvent into)
    {
        var instrument = (int)(place >> 4) & (InstrumentsMost - 1);
        var millisecond = (second * 1_000) + (int)(place >> 18);
        var held = _seconds.Of(instrument, session, minute);
        into.Instrument = new InstrumentId(instrument);
        into.IsDepth = (place & 15) == DepthPlace;
        if (into.IsDepth)
        {
            into.Depth = held.DepthAt(millisecond);
            return;
        }

        var tick = held.TicksBefore(second) + (int)(place & 15);
        into.Tick = _day.Complete(instrument, new Tick
        {
            Time = session.StartOf(minute).PlusMilliseconds(millisecond),
            Last = held.PriceOf(tick, millisecond),
            LastQuantity = held.LastQuantityOf(tick),
            DayVolume = held.DayVolumeAfter(tick),
        });
    }

    private static uint Place(int millisecond, int instrument, int within) =>
        ((uint)millisecond << 18) | ((uint)instrument << 4) | (uint)within;
}
