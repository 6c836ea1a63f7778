namespace TradingDesk.Engine.Feeds.Simulated;

/// <summary>The index a simulated future or option is priced from.</summary>
internal enum SimulatedUnderlying : byte
{
    None = 0,
    Nifty = 1,
    BankNifty = 2,
}
