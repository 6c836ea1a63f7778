using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Orders;

/// <summary>Which position of an account: the instrument, the product, and in whose book it is, a run's or the hand's.</summary>
internal readonly record struct PositionKey(InstrumentId Instrument, Product Product, RunId Run);
