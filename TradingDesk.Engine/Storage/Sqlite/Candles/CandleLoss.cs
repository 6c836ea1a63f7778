using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>What a store could not keep: how many candles, and since when the series are incomplete.</summary>
internal sealed record CandleLoss(long Count, Instant? Since)
{
    public static CandleLoss None { get; } = new(0, null);

    /// <summary>Counts candles that are lost from a moment on.</summary>
    public CandleLoss Plus(long candles, Instant since) =>
        new(Count + candles, Since is { } first && first < since ? first : since);
}
