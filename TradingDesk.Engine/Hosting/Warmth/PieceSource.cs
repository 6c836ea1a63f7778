using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Warmth;

/// <summary>An instrument's stored minutes or seconds, in order, that start from one second since 1970 UTC and before another.</summary>
internal delegate IEnumerable<Candle> PieceSource(Instrument instrument, Timeframe piece, long fromSecond, long beforeSecond);
