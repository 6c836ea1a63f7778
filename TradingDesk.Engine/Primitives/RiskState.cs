namespace TradingDesk.Engine.Primitives;

/// <summary>What an account or a run may still do.</summary>
public enum RiskState : byte
{
    /// <summary>Everything that its limits let through.</summary>
    Active = 0,

    /// <summary>Cancels, exits, and orders that in the worst case only make a position smaller.</summary>
    ReduceOnly = 1,

    /// <summary>Cancels and exits alone.</summary>
    Halted = 2,
}
