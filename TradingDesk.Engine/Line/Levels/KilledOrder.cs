using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;

namespace TradingDesk.Engine.Line.Levels;

/// <summary>What a kill switch has made of an order.</summary>
internal readonly record struct KilledOrder(OrderId Order, AccountId Account, InstrumentId Instrument, KillOutcome Outcome);
