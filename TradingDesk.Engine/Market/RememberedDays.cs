using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market;

/// <summary>
/// What stored candles tell of each instrument's last day: the quote a desk shows from its start until the first tick, with the time it
/// is from, so that a closed market is not a blank one.
/// </summary>
internal sealed class RememberedDays(int instruments)
{
    private readonly Day[] _days = new Day[instruments];

    /// <summary>Takes in the next stored candle of an instrument; what an earlier one covered already is passed over.</summary>
    public void Recall(InstrumentId id, in Candle stored, in TradingSession session)
    {
        ref var day = ref _days[id.Index];
        if (stored.Start < day.Through) return;
        if (day.Session != session.Open)
        {
            day = new Day { Session = session.Open, PreviousClose = day.Last, Open = stored.Open, High = stored.High, Low = stored.Low };
        }

        if (stored.High > day.High) day.High = stored.High;
        if (stored.Low < day.Low) day.Low = stored.Low;
        day.Last = stored.Close;
        day.Volume += stored.Volume;
        day.Through = stored.End;
    }

    /// <summary>The instrument's last quote as far as stored candles know it; false without any.</summary>
    public bool TryQuote(InstrumentId id, out Tick quote)
    {
        ref readonly var day = ref _days[id.Index];
        quote = new Tick
        {
            Time = new Instant(day.Through.Nanos - 1),
            Last = day.Last,
            DayVolume = day.Volume,
            DayOpen = day.Open,
            DayHigh = day.High,
            DayLow = day.Low,
            PreviousClose = day.PreviousClose,
        };
        return day.Through != default;
    }

    private struct Day
    {
        public Instant Session;
        public Instant Through;
        public Price PreviousClose;
        public Price Open;
        public Price High;
        public Price Low;
        public Price Last;
        public long Volume;
    }
}
