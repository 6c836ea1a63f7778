namespace TradingDesk.Engine.Market;

/// <summary>What is known to be wrong or unusual with a candle; bits may be combined, none means whole. An int so that a candle has no
/// padding and its bytes can be hashed.</summary>
[Flags]
internal enum CandleQuality
{
    Whole = 0,

    /// <summary>The desk joined after the candle had begun.</summary>
    Partial = 1,

    /// <summary>Seconds of it were lost: the feed or the desk was away.</summary>
    Gap = 2,

    /// <summary>The session's end cut it shorter than its timeframe.</summary>
    Short = 4,

    /// <summary>It was filled in after the fact, not built from ticks as they came.</summary>
    Filled = 8,
}
