using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market.Quality;

/// <summary>Minutes in a row of which no candle is stored, up to the end of the last.</summary>
internal readonly record struct MissingSpan(Instant From, Instant To, int Minutes);
