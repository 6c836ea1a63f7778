using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;

namespace TradingDesk.Engine.Line.Levels;

/// <summary>What a kill switch has made of a position, and why its last exit was refused, if it was.</summary>
internal readonly record struct KilledPosition(
    AccountId Account, InstrumentId Instrument, Product Product, RunId Run, long Units, KillOutcome Outcome, RefusalCode Why);
