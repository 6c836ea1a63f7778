using System.Runtime.InteropServices;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market;

/// <summary>
/// What stored candles tell of an instrument's last day: the quote a desk shows from its start until the first tick, with the time it
/// is from, so that a closed market is not a blank one.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct RememberedDay
{
    public Instant Session;
    public Instant Through;
    public Price PreviousClose;
    public Price Open;
    public Price High;
    public Price Low;
    public Price Last;
    public long Volume;

    /// <summary>Takes in the next stored candle; what an earlier one covered already is passed over.</summary>
    public void Recall(in Candle stored, in TradingSession session)
    {
        if (stored.Start < Through) return;
        if (Session != session.Open)
        {
            this = new RememberedDay
            {
                Session = session.Open,
                PreviousClose = Last,
                Open = stored.Open,
                High = stored.High,
                Low = stored.Low,
            };
        }

        if (stored.High > High) High = stored.High;
        if (stored.Low < Low) Low = stored.Low;
        Last = stored.Close;
        Volume += stored.Volume;
        Through = stored.End;
    }

    /// <summary>The last quote as far as stored candles know it; false without any.</summary>
    public readonly bool TryQuote(out Tick quote)
    {
        quote = new Tick
        {
            Time = new Instant(Through.Nanos - 1),
            Last = Last,
            DayVolume = Volume,
            DayOpen = Open,
            DayHigh = High,
            DayLow = Low,
            PreviousClose = PreviousClose,
        };
        return Through != default;
    }
}
