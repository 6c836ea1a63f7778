using System.Runtime.InteropServices;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line.Alerts;

/// <summary>One thing that happened to an alert, and what it saw then.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct AlertEvent
{
    /// <summary>The alert's number, from 1, never given again; 0 for an account's peak.</summary>
    public int Number;

    /// <summary>The account whose peak rose.</summary>
    public AccountId Account;

    /// <summary>Where it stands from now on.</summary>
    public AlertState State;

    /// <summary>The side it was seen on.</summary>
    public AlertSide From;

    public AlertUnit Unit;

    /// <summary>Always 0, as the next: they fill the place up, for the hash sees every byte.</summary>
    public byte Unused1;
    public int Unused2;

    /// <summary>Price and money in 1e-4 rupee, seconds, a count or a run's state, as the unit says.</summary>
    public long Amount;

    /// <summary>The value of an indicator, and what it was compared with.</summary>
    public double Value;
    public double Level;

    /// <summary>The instrument's price at that moment; 0 for none.</summary>
    public Price Price;
}
