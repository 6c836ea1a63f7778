namespace TradingDesk.Engine.Primitives.Safety;

/// <summary>What a kill switch is for.</summary>
public enum KillScope : byte
{
    Desk = 1,
    Account = 2,
}
