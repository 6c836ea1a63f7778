using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Quality;

/// <summary>Minutes in a row of which no candle is stored, up to the end of the last.</summary>
public sealed record MissingMinutes(Instant From, Instant To, int Minutes);
