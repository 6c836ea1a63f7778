using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite;

/// <summary>What a store could not keep: how many candles, and since when the series of each kind are incomplete.</summary>
internal sealed record CandleLoss(long Count, Instant? SecondsSince, Instant? TimeframesSince)
{
    public static CandleLoss None { get; } = new(0, null, null);

    public CandleLoss Plus(in StoredCandle dropped)
    {
        var start = dropped.Candle.Start;
        return dropped.Candle.Seconds == 1
            ? this with { Count = Count + 1, SecondsSince = Earlier(SecondsSince, start) }
            : this with { Count = Count + 1, TimeframesSince = Earlier(TimeframesSince, start) };
    }

    /// <summary>Counts candles that never reached the writer; nobody knows which, so both series have a hole from there.</summary>
    public CandleLoss Plus(long unheard, Instant since) => new(
        Count + unheard, Earlier(SecondsSince, since), Earlier(TimeframesSince, since));

    /// <summary>The earliest moment of a lost candle of either kind.</summary>
    public Instant? Since => TimeframesSince is { } since ? Earlier(SecondsSince, since) : SecondsSince;

    private static Instant Earlier(Instant? known, Instant start) => known is { } first && first < start ? first : start;
}
