namespace TradingDesk.Engine.Primitives.Safety;

/// <summary>How far a kill switch reaches; a further one holds the nearer.</summary>
public enum KillReach : byte
{
    /// <summary>No new exposure: entries are refused, and those on their way or at the venue are withdrawn.</summary>
    Orders = 1,

    /// <summary>Positions are left as well; holdings stay.</summary>
    Positions = 2,
}
