using System.Runtime.CompilerServices;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Benchmarks.Reference;

/// <summary>
/// The whole replay as one would write it by hand for exactly four timeframes and ten indicators in one session: ticks are
/// checked and made into seconds, seconds into candles, closed candles into values, forming candles into peeked values.
/// </summary>
internal sealed class ReplayReference(int instruments, Instant open)
{
    public const string Timeframes = "60,180,300,900";
    public const int Rungs = 4;

    private const long Second = Instant.NanosPerSecond;

    private readonly Forming[] _forming = new Forming[instruments];
    private readonly Rung[] _rungs = new Rung[instruments * Rungs];
    private readonly TenIndicators[] _indicators = new TenIndicators[instruments * Rungs];
    private readonly TenIndicators.Values[] _peeked = new TenIndicators.Values[instruments * Rungs];
    private readonly Closed[] _said = new Closed[instruments * (1 + (2 * Rungs))];
    private long _boundary = open.Nanos;
    private int _count;

    /// <summary>What the last tick closed, in order.</summary>
    public ReadOnlySpan<Closed> Said => _said.AsSpan(0, _count);

    public ref readonly Candle FormingOn(int instrument, int rung) => ref _rungs[(instrument * Rungs) + rung].Candle;

    /// <summary>The values the instrument's forming candle had after its last closed second.</summary>
    public ref readonly TenIndicators.Values PeekedOn(int instrument, int rung) => ref _peeked[(instrument * Rungs) + rung];

    public void Add(in RecordedTick tick)
    {
        _count = 0;
        var time = tick.Time.Nanos;
        if (time >= _boundary + Second) CloseSeconds(time - (time % Second));
        ref var forming = ref _forming[tick.Instrument];
        if (tick.Last.Scaled <= 0 || tick.Last > Price.Max || time < forming.Through || tick == forming.Previous) return;
        var traded = forming.Previous.Last.Scaled == 0
            ? time < open.Nanos + Second ? tick.DayVolume : 0
            : tick.DayVolume - forming.Previous.DayVolume;
        if (forming.Candle.Ticks == 0) Begin(ref forming.Candle, tick, time - (time % Second));
        else Extend(ref forming.Candle, tick.Last);
        forming.Candle.Volume += traded;
        forming.Through = forming.Candle.Start.Nanos;
        forming.Previous = tick;
    }

    private void CloseSeconds(long boundary)
    {
        _boundary = boundary;
        for (var instrument = 0; instrument < instruments; instrument++)
        {
            ref var second = ref _forming[instrument].Candle;
            var touched = second.Ticks > 0;
            if (touched)
            {
                _said[_count].Instrument = instrument;
                _said[_count++].Candle = second;
                for (var rung = 0; rung < Rungs; rung++) Climb(instrument, rung, second);
                second.Ticks = 0;
                Peek(instrument);
            }

            touched = false;
            for (var rung = 0; rung < Rungs; rung++) touched |= CloseDue(instrument, rung, boundary);
            if (touched) Peek(instrument);
        }
    }

    private void Climb(int instrument, int rung, in Candle second)
    {
        ref var place = ref _rungs[(instrument * Rungs) + rung];
        if (place.Candle.Ticks > 0)
        {
            place.Candle.Merge(second);
        }
        else
        {
            var span = SecondsOf(rung) * Second;
            place.Candle = second;
            place.Candle.Start = new Instant(open.Nanos + ((second.Start.Nanos - open.Nanos) / span * span));
            place.Candle.Seconds = SecondsOf(rung);
            place.End = place.Candle.Start.Nanos + span;
        }

        if (second.Start.Nanos + Second == place.End) Close(instrument, rung);
    }

    private bool CloseDue(int instrument, int rung, long boundary)
    {
        ref var place = ref _rungs[(instrument * Rungs) + rung];
        if (place.Candle.Ticks == 0 || place.End > boundary) return false;
        Close(instrument, rung);
        return true;
    }

    private void Close(int instrument, int rung)
    {
        ref var candle = ref _rungs[(instrument * Rungs) + rung].Candle;
        ref var said = ref _said[_count++];
        said.Instrument = instrument;
        said.Candle = candle;
        ref var indicators = ref _indicators[(instrument * Rungs) + rung];
        indicators.Close(candle.ToValues(default));
        said.Values = indicators.Last;
        candle = default;
    }

    private void Peek(int instrument)
    {
        for (var place = instrument * Rungs; place < (instrument + 1) * Rungs; place++)
        {
            ref readonly var candle = ref _rungs[place].Candle;
            if (candle.Ticks > 0) _indicators[place].Peek(candle.ToValues(default), ref _peeked[place]);
            else _peeked[place] = _indicators[place].Last;
        }
    }

    private static void Begin(ref Candle candle, in RecordedTick tick, long second) => candle = new Candle
    {
        Start = new Instant(second),
        Open = tick.Last,
        High = tick.Last,
        Low = tick.Last,
        Close = tick.Last,
        Seconds = 1,
        Ticks = 1,
    };

    private static void Extend(ref Candle candle, Price last)
    {
        if (last > candle.High) candle.High = last;
        if (last < candle.Low) candle.Low = last;
        candle.Close = last;
        candle.Ticks++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SecondsOf(int rung) => rung switch { 0 => 60, 1 => 180, 2 => 300, _ => 900 };

    /// <summary>A closed candle; with values where it is not a second.</summary>
    internal struct Closed
    {
        public int Instrument;
        public Candle Candle;
        public TenIndicators.Values Values;
    }

    private struct Forming
    {
        public Candle Candle;
        public RecordedTick Previous;
        public long Through;
    }

    private struct Rung
    {
        public Candle Candle;
        public long End;
    }
}
