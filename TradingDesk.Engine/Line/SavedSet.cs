using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line;

/// <summary>The indicators of one instrument and timeframe as a snapshot keeps them.</summary>
/// <param name="List">The list they are of.</param>
/// <param name="NextStart">The earliest start of a candle they have not seen.</param>
/// <param name="Words">Their state.</param>
internal sealed record SavedSet(string List, Instant NextStart, long[] Words);
