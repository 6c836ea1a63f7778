using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation;

/// <summary>What a page may say of an instrument.</summary>
public sealed record InstrumentLabel(InstrumentId Id, string Key, string Exchange, string Symbol, string Name, string Kind,
    int Lot, Price Tick, DateOnly? Expiry, Price? Strike, bool Verified);
