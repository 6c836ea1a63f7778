using System.Runtime.InteropServices;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Orders;

/// <summary>Something that happened to a run: declared, changed, or in another state; the reason is the fact's refusal code.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct RunEvent
{
    public AccountId Account;

    public RunId Run;

    public RunState State;

    /// <summary>Always 0: fills the place up, for the hash sees every byte.</summary>
    public byte Unused;

    /// <summary>The version of its declaration that holds from now on.</summary>
    public int Version;

    /// <summary>What it wants to hold from now on: 1, -1 or 0 by the way of its signal instrument.</summary>
    public int Way;
}
