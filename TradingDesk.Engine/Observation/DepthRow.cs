using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation;

/// <summary>One price of the book.</summary>
public sealed record DepthRow(Price Price, long Quantity);
