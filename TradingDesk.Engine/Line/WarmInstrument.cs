using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line;

/// <summary>
/// What stored candles tell of one instrument: grown beside the engine from what it closed before, so that no history ever passes
/// through the line. The tape keeps it whole, for a re-run has no store.
/// </summary>
/// <param name="Request">The engine's request it answers; 0 at the desk's start.</param>
/// <param name="Through">The end of the newest stored candle.</param>
/// <param name="Day">Its last day, for a quote until the first tick; empty unless at the start.</param>
/// <param name="Rungs">The timeframes that were asked for.</param>
internal sealed record WarmInstrument(int Request, Instant Through, RememberedDay Day, IReadOnlyList<WarmRung> Rungs);
