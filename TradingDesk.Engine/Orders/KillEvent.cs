using System.Runtime.InteropServices;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;

namespace TradingDesk.Engine.Orders;

/// <summary>One thing that happened to a kill switch: latched, moved to another stage, let go.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct KillEvent
{
    /// <summary>Whose it is; 0 where it is the desk's.</summary>
    public AccountId Account;

    public KillScope Scope;

    public KillStage Stage;

    public KillReach Reach;

    /// <summary>Always 0: fills the place up, for the hash sees every byte.</summary>
    public byte Unused;

    /// <summary>Orders that were to be withdrawn and are not, as far as is known.</summary>
    public int Open;

    /// <summary>How many of them are unknown or in conflict.</summary>
    public int Unknown;

    /// <summary>Positions that were to be left and are not flat.</summary>
    public int Held;
}
