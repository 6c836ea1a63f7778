namespace TradingDesk.Engine.Observation;

/// <summary>Whether the exchange trades now.</summary>
public enum MarketPhase : byte
{
    Unknown = 0,
    Closed = 1,
    Open = 2,
}
