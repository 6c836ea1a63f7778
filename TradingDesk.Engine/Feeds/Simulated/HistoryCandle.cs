using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Feeds.Simulated;

/// <summary>A candle that was made after the fact, with its instrument.</summary>
internal readonly record struct HistoryCandle(InstrumentId Instrument, Candle Candle);
