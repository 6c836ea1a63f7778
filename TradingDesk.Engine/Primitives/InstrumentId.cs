namespace TradingDesk.Engine.Primitives;

/// <summary>An instrument's place in the desk's table; arrays of the engine are indexed by it.</summary>
public readonly record struct InstrumentId(int Index);
