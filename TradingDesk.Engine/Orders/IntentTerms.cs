using System.Runtime.InteropServices;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Orders;

/// <summary>What somebody wants traded, judged and numbered: the terms of the whole, and how it is cut once and for ever.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct IntentTerms
{
    /// <summary>From 1, never given again.</summary>
    public int Number;

    public AccountId Account;

    /// <summary>The terms of the whole quantity.</summary>
    public OrderTerms Whole;

    /// <summary>Units of each slice but perhaps the last.</summary>
    public Quantity SliceQuantity;

    /// <summary>The bracket's stop and target, and how far the stop trails; 0 for none.</summary>
    public Price Stop;
    public Price Target;
    public Price Trail;

    /// <summary>The intent whose position this one protects or leaves; 0 for none.</summary>
    public int Parent;

    public IntentRole Role;

    /// <summary>Always 0: fills the place up, for the hash of facts sees every byte.</summary>
    public byte Unused;

    /// <summary>Whose book it is for.</summary>
    public RunId Run;

    /// <summary>The last price it was judged by, and how old that price was; 0 and -1 when there was none.</summary>
    public Price Judged;
    public int JudgedAgeMilliseconds;

    /// <summary>The signal that it acts on; 0 for none.</summary>
    public int Signal;

    /// <summary>How many orders it becomes.</summary>
    public readonly int Slices => (int)((Whole.Quantity.Units + SliceQuantity.Units - 1) / SliceQuantity.Units);

    /// <summary>The terms of one slice, from 1.</summary>
    public readonly OrderTerms TermsOf(int slice)
    {
        var before = (slice - 1) * SliceQuantity.Units;
        return Whole with { Quantity = new Quantity(Math.Min(SliceQuantity.Units, Whole.Quantity.Units - before)) };
    }
}

/// <summary>What an intent is for.</summary>
internal enum IntentRole : byte
{
    Entry = 0,

    /// <summary>An operator leaves a position: it may only reduce it.</summary>
    Exit = 1,

    /// <summary>A bracket's stop has fired.</summary>
    Stop = 2,

    /// <summary>A bracket's target has been reached.</summary>
    Target = 3,

    /// <summary>An intraday position is left before its session ends.</summary>
    SquareOff = 4,

    /// <summary>A kill switch leaves a position.</summary>
    Kill = 5,
}
