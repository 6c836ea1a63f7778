namespace TradingDesk.Engine.Primitives;

/// <summary>How long a position is meant to be held, which decides its margin and its charges.</summary>
public enum Product : byte
{
    /// <summary>Cash and carry: shares paid in full and delivered.</summary>
    Cnc = 1,

    /// <summary>Intraday: squared off before the session ends.</summary>
    Mis = 2,

    /// <summary>Derivatives carried over night.</summary>
    Nrml = 3,
}
