using System.Runtime.InteropServices;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Orders;

/// <summary>A bracket as a person wants it from now on.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct BracketEvent
{
    public AccountId Account;

    /// <summary>Whose fills it protects.</summary>
    public int Intent;

    /// <summary>0 for none, like the next two.</summary>
    public Price Stop;
    public Price Target;

    /// <summary>How far the stop trails.</summary>
    public Price Trail;
}
