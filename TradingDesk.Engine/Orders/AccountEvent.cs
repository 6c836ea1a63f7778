using System.Runtime.InteropServices;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Orders;

/// <summary>One thing that happened to an account besides its trades: cash moved, a day ended, a contract settled.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct AccountEvent
{
    public AccountId Account;

    /// <summary>The day it belongs to, in India, as DateOnly counts.</summary>
    public int Day;

    /// <summary>Cash that came, negative when it went; for a day's end the day's charges.</summary>
    public Money Amount;

    /// <summary>For a day's end what the account was worth, at prices that no fact keeps.</summary>
    public Money Worth;

    /// <summary>The price a contract was settled at.</summary>
    public Price Price;

    public Product Product;

    /// <summary>Always 0: they fill the place up, for the hash sees every byte.</summary>
    public byte Unused1;

    /// <summary>Whose book the settled position is in.</summary>
    public RunId Run;
    public int Unused2;
}
