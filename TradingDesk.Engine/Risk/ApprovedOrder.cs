using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Risk;

/// <summary>An intent that passed every check and was cut into slices; only <see cref="RiskGate"/> makes one.</summary>
internal readonly record struct ApprovedOrder(InstrumentId Instrument, IntentTerms Terms);
