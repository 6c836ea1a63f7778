using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Feeds.Simulated;

/// <summary>
/// One instrument's minute: when it ticks, at which prices, with which volume; every tick can be read by its number.
/// </summary>
internal sealed class InstrumentMinute
{
    public const int TicksPerSecondMost = 8;
    private const int Seconds = 60;
    private const int OptionKnots = 4;
    private const double YearMinutes = 365 * 24 * 60;
    private const double CarryPerYear = 0.06;

    /// <summary>Contracts end with the exchange's old close, 15:30 in India.</summary>
    private const long ExpirySecondOfDay = ((15 * 60) + 30) * 60;

    private readonly Instrument _instrument;
    private readonly SimulatedProfile _profile;
    private readonly ulong _pathKey;
    private readonly ulong _tickKey;
    private readonly int _spread;
    private readonly double _stepsPerUnit;
    private readonly double[] _knots = new double[MinuteFrame.Spans + 1];
    private readonly int[] _ticksBefore = new int[Seconds + 1];
    private SimulatedSession? _session;
    private int _minute;
    private ulong _minuteKey;
    private Instant _start;
    private long _volumeBefore;
    private long _volume;

    public InstrumentMinute(ulong seed, Instrument instrument)
    {
        _instrument = instrument;
        _profile = SimulatedProfiles.For(instrument);
        _pathKey = Noise.KeyOf(seed, instrument.Symbol);
        _tickKey = Noise.KeyOf(seed, "ticks " + instrument.Key);
        _spread = _profile.SpreadTicks(instrument);
        _stepsPerUnit = 1.0 / instrument.Tick.Scaled;
    }

    public bool HasDepth => _spread > 0;

    public int Ticks => _ticksBefore[Seconds];

    public bool Holds(SimulatedSession session, int minute) => ReferenceEquals(_session, session) && _minute == minute;

    public void Fill(MinuteFrame frame)
    {
        _session = frame.Session!;
        _minute = frame.Minute;
        _start = frame.Start;
        _minuteKey = Noise.At(_tickKey, _start.UnixSeconds);
        if (_instrument.Expiry < _session.Span.Date || !_session.IsOpen(_instrument.Hours, _minute))
        {
            Array.Clear(_ticksBefore);
            return;
        }

        FillPrices(frame);
        CountTicks(frame.Density);
        _volumeBefore = DayVolumeBefore(_minute);
        _volume = DayVolumeBefore(_minute + 1) - _volumeBefore;
    }

    /// <summary>The number of the first tick at or after a second of the minute.</summary>
    public int TicksBefore(int second) => _ticksBefore[second];

    /// <summary>Milliseconds into the minute; the ticks of a second have slots of their own, so they ascend and differ.</summary>
    public int MillisecondOf(int tick, int second)
    {
        var slot = 1_000 / (_ticksBefore[second + 1] - _ticksBefore[second]);
        var inside = (int)((TickHash(tick) & 1_023) * (ulong)slot) >> 10;
        return (second * 1_000) + ((tick - _ticksBefore[second]) * slot) + inside;
    }

    /// <summary>Bought at the best offer or sold at the best bid; an index has neither.</summary>
    public Price PriceOf(int tick, int millisecond)
    {
        var steps = BidSteps(millisecond) + ((TickHash(tick) >> 63) == 0 ? 0 : _spread);
        return new Price(Math.Max(steps, 1) * _instrument.Tick.Scaled);
    }

    /// <summary>Units traded in the session up to and with that tick; the minute's last tick completes the minute.</summary>
    public long DayVolumeAfter(int tick)
    {
        if (tick < 0) return _volumeBefore;
        if (tick == Ticks - 1) return _volumeBefore + _volume;
        var share = (tick * 1_024L) + (long)((TickHash(tick) >> 10) & 1_023);
        return _volumeBefore + WholeLots(_volume * share / (Ticks * 1_024L));
    }

    public Quantity LastQuantityOf(int tick)
    {
        if (!HasDepth) return default;
        var lots = (DayVolumeAfter(tick) - DayVolumeAfter(tick - 1)) / _instrument.Lot;
        return new Quantity(_instrument.Lot * (lots <= 1 ? 1 : 1 + (long)((TickHash(tick) >> 20) % (ulong)lots)));
    }

    /// <summary>The candle that the ticks of some seconds of the minute make; empty when there is none.</summary>
    public Candle CandleOf(int fromSecond, int toSecond)
    {
        var (first, end) = (_ticksBefore[fromSecond], _ticksBefore[toSecond]);
        var candle = new Candle { Start = _start.PlusSeconds(fromSecond), Seconds = toSecond - fromSecond, Ticks = end - first };
        if (first == end) return candle;
        candle.Low = Price.Max;
        for (int tick = first, second = fromSecond; tick < end; tick++)
        {
            while (tick >= _ticksBefore[second + 1]) second++;
            var price = PriceOf(tick, MillisecondOf(tick, second));
            if (tick == first) candle.Open = price;
            if (price > candle.High) candle.High = price;
            if (price < candle.Low) candle.Low = price;
            candle.Close = price;
        }

        candle.Volume = DayVolumeAfter(end - 1) - DayVolumeAfter(first - 1);
        return candle;
    }

    /// <summary>The five best levels of both sides, one step apart; a side ends where its price would reach zero.</summary>
    public Depth DepthAt(int millisecond)
    {
        var bid = BidSteps(millisecond);
        var step = (int)_instrument.Tick.Scaled;
        var depth = new Depth { Time = _start.PlusMilliseconds(millisecond), Anchor = new Price(bid * step) };
        var key = Noise.At(_minuteKey, -1 - millisecond);
        for (var level = 0; level < Depth.Levels; level++)
        {
            var hash = Noise.At(key, level);
            if (bid - level >= 1) depth.Bids[level] = new DepthLevel(-level * step, SizeOf(level, hash & 0xFFFF));
            depth.Offers[level] = new DepthLevel((_spread + level) * step, SizeOf(level, (hash >> 16) & 0xFFFF));
        }

        return depth;
    }

    /// <summary>When in a second the book is sent, in milliseconds of the minute.</summary>
    public int DepthMillisecondOf(int second) =>
        (second * 1_000) + (int)(((Noise.At(_minuteKey, -100_000 - second) & 0xFFFF) * 1_000) >> 16);

    private void FillPrices(MinuteFrame frame)
    {
        if (_profile.Underlying == SimulatedUnderlying.None)
        {
            frame.PriceOf(_profile, _pathKey, _knots);
            return;
        }

        var expiry = Instant.FromIndiaMidnight(_instrument.Expiry!.Value).PlusSeconds(ExpirySecondOfDay);
        var years = Math.Max((expiry - _start) / (60 * Instant.NanosPerSecond), 1) / YearMinutes;
        var forward = 1 + (CarryPerYear * years);
        var spot = frame.SpotOf(_profile.Underlying);
        if (_instrument.Kind == InstrumentKind.Future)
        {
            frame.Trace(_pathKey, _profile.OwnDeviation, _knots);
            for (var i = 0; i <= MinuteFrame.Spans; i++) _knots[i] = spot[i] * forward * (1 + _knots[i]);
            return;
        }

        FillOption(spot, forward, Math.Sqrt(years));
    }

    /// <summary>Priced at every fourth knot and straight in between, which no tick size can tell from the curve.</summary>
    private void FillOption(ReadOnlySpan<double> spot, double forward, double rootOfYears)
    {
        var isCall = _instrument.Kind == InstrumentKind.Call;
        double strike = _instrument.Strike.Scaled;
        for (var i = 0; i <= MinuteFrame.Spans; i += OptionKnots)
        {
            var future = spot[i] * forward;
            var deviation = VolatilitySmile.At(_profile, future, strike) * rootOfYears;
            var price = OptionPrice.Of(isCall, future, strike, deviation);
            _knots[i] = Math.Max(price, _instrument.Tick.Scaled);
        }

        for (var i = 0; i < MinuteFrame.Spans; i += OptionKnots)
        {
            var slope = (_knots[i + OptionKnots] - _knots[i]) / OptionKnots;
            for (var inside = 1; inside < OptionKnots; inside++) _knots[i + inside] = _knots[i] + (slope * inside);
        }
    }

    /// <summary>One hashed byte a second decides on the fraction of a tick; one second of the minute always has a tick.</summary>
    private void CountTicks(double density)
    {
        var rate = (int)(256 * _profile.TicksPerSecond * Math.Clamp(Math.Sqrt(density), 0.6, 3.5));
        rate = Math.Min(rate, (TicksPerSecondMost - 1) * 256);
        var certain = (int)(_minuteKey % Seconds);
        var bits = 0UL;
        var count = 0;
        for (var second = 0; second < Seconds; second++)
        {
            bits = (second & 7) == 0 ? Noise.At(_minuteKey, -1_000_000 - second) : bits >> 8;
            _ticksBefore[second] = count;
            var ticks = (rate + (int)(bits & 0xFF)) >> 8;
            count += ticks == 0 && second == certain ? 1 : ticks;
        }

        _ticksBefore[Seconds] = count;
    }

    /// <summary>
    /// The day's volume by the session's shape; a hashed part of a minute moves each border without crossing the next.
    /// </summary>
    private long DayVolumeBefore(int minute)
    {
        if (minute <= 0) return 0;
        var session = _session!;
        var day = session.Span.Date.DayNumber;
        var dayVolume = _profile.DayVolume * (0.7 + (0.6 * Noise.Share(Noise.At(~_tickKey, day))));
        var border = minute + (0.8 * Noise.Share(Noise.At(_tickKey, -session.StartOf(minute).UnixSeconds)));
        return WholeLots((long)(dayVolume * session.Shape.DoneBy(minute >= session.Minutes ? minute : border)));
    }

    private long WholeLots(long units) => _instrument.Lot == 1 ? units : units / _instrument.Lot * _instrument.Lot;

    private int SizeOf(int level, ulong hash) =>
        _instrument.Lot * (1 + (int)(hash % (ulong)((_instrument.Lot == 1 ? 400 : 12) * (level + 1))));

    private ulong TickHash(int tick) => Noise.At(_minuteKey, tick);

    /// <summary>The best bid in price steps: half the spread below the path; for an index the path itself.</summary>
    private long BidSteps(int millisecond)
    {
        var knot = millisecond / MinuteFrame.KnotMilliseconds;
        var inside = (millisecond - (knot * MinuteFrame.KnotMilliseconds)) * (1.0 / MinuteFrame.KnotMilliseconds);
        var steps = (_knots[knot] + ((_knots[knot + 1] - _knots[knot]) * inside)) * _stepsPerUnit;
        return _spread == 0 ? (long)(steps + 0.5) : Math.Max((long)steps - ((_spread - 1) / 2), 0);
    }
}
