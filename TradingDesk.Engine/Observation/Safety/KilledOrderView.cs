using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;

namespace TradingDesk.Engine.Observation.Safety;

/// <summary>What a kill switch has made of an order.</summary>
/// <param name="Account">The account's name.</param>
/// <param name="Sentence">The outcome for a person.</param>
public sealed record KilledOrderView(OrderId Order, string Account, InstrumentId Instrument, KillOutcome Outcome, string Sentence);
