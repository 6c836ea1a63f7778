using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market;

/// <summary>
/// The forming one-second candle of every instrument. Ticks are placed by the exchange's time: the earliest opens a second and the
/// latest closes it, whatever the order of their arrival; among equal times the first that came opens and the last that came closes.
/// </summary>
internal sealed class SecondCandles(int instruments)
{
    private readonly FormingSecond[] _seconds = new FormingSecond[instruments];
    private TickFaults _faults;

    public ref readonly TickFaults Faults => ref _faults;

    public ref readonly Candle Forming(InstrumentId id) => ref _seconds[id.Index].Candle;

    /// <summary>
    /// Whether the tick may be merged; a refused one is counted under one reason and changes nothing else. Seconds before the boundary
    /// are over for every instrument, whether or not it ticked in them: so no second is told that a longer candle could not take.
    /// </summary>
    public bool Judge(InstrumentId id, in Tick tick, in TradingSession session, Instant boundary)
    {
        ref var forming = ref _seconds[id.Index];
        if (tick.Last.Scaled <= 0 || tick.Last > Price.Max)
        {
            _faults.NonPositive++;
            return false;
        }

        if (!session.Contains(tick.Time))
        {
            _faults.OutsideSession++;
            return false;
        }

        if (tick == forming.Previous)
        {
            _faults.Duplicate++;
            return false;
        }

        if (tick.Time < boundary || tick.Time < forming.Through)
        {
            _faults.Late++;
            return false;
        }

        return true;
    }

    /// <summary>Gives out the open second if it ended at or before the boundary.</summary>
    public bool TryClose(InstrumentId id, Instant boundary, out Candle second)
    {
        ref var forming = ref _seconds[id.Index];
        if (forming.Candle.IsEmpty || forming.Candle.End > boundary)
        {
            second = default;
            return false;
        }

        second = forming.Candle;
        forming.Through = second.End;
        forming.Candle = default;
        return true;
    }

    /// <summary>Takes in a tick that was judged good, after the second before it was closed.</summary>
    public void Merge(InstrumentId id, in Tick tick, in TradingSession session)
    {
        ref var forming = ref _seconds[id.Index];
        var traded = Traded(ref forming, tick, session);
        if (forming.Candle.IsEmpty) forming.Begin(tick);
        else forming.Extend(tick);
        forming.Candle.Volume += traded;
        forming.Previous = tick;
    }

    /// <summary>Stored candles tell the instrument's story up to that moment; older ticks are late.</summary>
    public void Recall(InstrumentId id, Instant through)
    {
        ref var forming = ref _seconds[id.Index];
        if (through > forming.Through) forming.Through = through;
    }

    /// <summary>A session opened while the desk was away: what was traded in it until the next tick is nobody's candle.</summary>
    public void MissOpen(InstrumentId id) => _seconds[id.Index].Session = default;

    /// <summary>
    /// The desk was away: an open second lacks its end, and the next second of every instrument carries what was traded meanwhile.
    /// </summary>
    public void MarkAway()
    {
        foreach (ref var forming in _seconds.AsSpan())
        {
            forming.WasAway = true;
            if (!forming.Candle.IsEmpty) forming.Candle.Quality |= CandleQuality.Gap;
        }
    }

    /// <summary>
    /// Units this tick adds. The first tick after a start only sets the base, unless it falls in the session's first second or a
    /// new session began under our eyes: then all of the day's volume was traded in this candle.
    /// </summary>
    private long Traded(ref FormingSecond forming, in Tick tick, in TradingSession session)
    {
        if (tick.DayVolume == Tick.NoDayVolume) return TradedWithoutCount(ref forming, tick, session);
        if (tick.DayVolume is < 0 or > Tick.UnitsMost)
        {
            _faults.VolumeStepsBack++;
            return 0;
        }

        if (forming.Session != session.Open)
        {
            var watchedTheOpen = forming.Session != default || tick.Time < session.Open.PlusSeconds(1);
            forming.Session = session.Open;
            forming.DayVolume = forming.SteppedBackTo = tick.DayVolume;
            return watchedTheOpen ? tick.DayVolume : 0;
        }

        var isOutOfOrder = !forming.Candle.IsEmpty && tick.Time < forming.LatestTime;
        if (tick.DayVolume < forming.DayVolume && isOutOfOrder) return 0;
        if (tick.DayVolume < forming.DayVolume && tick.DayVolume < forming.SteppedBackTo) return StepBack(ref forming, tick);
        var traded = tick.DayVolume - (tick.DayVolume < forming.DayVolume ? forming.SteppedBackTo : forming.DayVolume);
        forming.DayVolume = forming.SteppedBackTo = tick.DayVolume;
        return traded;
    }

    /// <summary>A tick without the day's count trades its own quantity, which the next count includes and must not trade again.</summary>
    private static long TradedWithoutCount(ref FormingSecond forming, in Tick tick, in TradingSession session)
    {
        if (tick.LastQuantity.Units is not (> 0 and <= Tick.UnitsMost and var units)) return 0;
        if (forming.Session != session.Open) return units;
        forming.DayVolume += units;
        forming.SteppedBackTo += units;
        return units;
    }

    /// <summary>
    /// The volume fell, and the tick is no old one that came out of order. Whether the count began anew or one quote was wrong is
    /// known by the next: one at or above the old count goes on from it, so that a stray zero does not trade the whole day once more.
    /// </summary>
    private long StepBack(ref FormingSecond forming, in Tick tick)
    {
        _faults.VolumeStepsBack++;
        forming.SteppedBackTo = tick.DayVolume;
        return 0;
    }

    private struct FormingSecond
    {
        public Candle Candle;
        public Tick Previous;
        public Instant EarliestTime;
        public Instant LatestTime;

        /// <summary>Ticks before this moment are late.</summary>
        public Instant Through;

        /// <summary>The open of the session that DayVolume counts from.</summary>
        public Instant Session;

        /// <summary>The largest cumulative volume seen in the session since its last step back.</summary>
        public long DayVolume;

        /// <summary>Where the volume fell to, while it is not known whether it began anew; otherwise equal to DayVolume.</summary>
        public long SteppedBackTo;

        /// <summary>The desk was away since the last tick.</summary>
        public bool WasAway;

        public void Begin(in Tick tick)
        {
            Through = tick.Time.Second;
            EarliestTime = LatestTime = tick.Time;
            // Written in place: a candle of 64 bytes that is made elsewhere and copied at once costs more than all of this.
            Candle = default;
            Candle.Start = Through;
            Candle.Open = Candle.High = Candle.Low = Candle.Close = tick.Last;
            (Candle.Seconds, Candle.Ticks) = (1, 1);
            Candle.Quality = WasAway ? CandleQuality.Gap : CandleQuality.Whole;
            WasAway = false;
        }

        public void Extend(in Tick tick)
        {
            if (tick.Last > Candle.High) Candle.High = tick.Last;
            if (tick.Last < Candle.Low) Candle.Low = tick.Last;
            if (tick.Time >= LatestTime)
            {
                Candle.Close = tick.Last;
                LatestTime = tick.Time;
            }

            if (tick.Time < EarliestTime)
            {
                Candle.Open = tick.Last;
                EarliestTime = tick.Time;
            }

            Candle.Ticks++;
        }
    }
}
