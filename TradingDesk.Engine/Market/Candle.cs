using System.Runtime.InteropServices;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market;

/// <summary>Open, high, low, close, volume and evidence of one span of time, named by its start.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct Candle
{
    public Instant Start;
    public Price Open;
    public Price High;
    public Price Low;
    public Price Close;

    /// <summary>Units traded.</summary>
    public long Volume;

    /// <summary>Its span in seconds; the last candle of a session may cover less and then says Short.</summary>
    public int Seconds;

    /// <summary>Ticks merged; 0 marks an empty place, for a candle without a tick is never made.</summary>
    public int Ticks;

    /// <summary>Seconds inside it during which the desk or the feed is known to have been away.</summary>
    public int Gaps;

    public CandleQuality Quality;

    public readonly bool IsEmpty => Ticks == 0;

    public readonly Instant End => Start.PlusSeconds(Seconds);

    /// <summary>Takes in a later candle of the same span.</summary>
    public void Merge(in Candle later)
    {
        if (later.High > High) High = later.High;
        if (later.Low < Low) Low = later.Low;
        Close = later.Close;
        Volume += later.Volume;
        Ticks += later.Ticks;
        Gaps += later.Gaps;
        Quality |= later.Quality;
    }

    /// <summary>The one place where prices become floating point, for indicators alone.</summary>
    public readonly CandleValues ToValues(Instant sessionOpen) =>
        new((double)Open.Scaled / Price.Scale, (double)High.Scaled / Price.Scale, (double)Low.Scaled / Price.Scale,
            (double)Close.Scaled / Price.Scale, Volume)
        {
            Start = Start.UnixSeconds,
            SessionOpen = sessionOpen.UnixSeconds,
        };
}
