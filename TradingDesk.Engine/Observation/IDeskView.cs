using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation;

/// <summary>The public window on the engine: read only, the same for every page, and never a burden on the engine.</summary>
public interface IDeskView
{
    /// <summary>The newest snapshot; a slice that did not change is the same object as in the snapshot before.</summary>
    DeskSnapshot Current { get; }

    /// <summary>
    /// The forming candle of an instrument and timeframe with the indicators peeked on it; the same object while nothing changed, null
    /// while none forms.
    /// </summary>
    RungReading? ReadRung(InstrumentId instrument, Timeframe timeframe);

    /// <summary>The five best bids and offers, or null where the feed has sent none.</summary>
    DepthReading? ReadDepth(InstrumentId instrument);

    /// <summary>
    /// The newest closed candles before a moment (up to now when null), oldest first, with the indicators at each close; a store that
    /// cannot be read is an IOException that says why.
    /// </summary>
    Task<CandleHistory> ReadHistoryAsync(
        InstrumentId instrument, Timeframe timeframe, int count, Instant? before, CancellationToken cancel);
}
