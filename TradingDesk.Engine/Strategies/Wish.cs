using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Strategies;

/// <summary>One thing a strategy wants, with why and how sure it is.</summary>
internal struct Wish
{
    public WishKind Kind;

    /// <summary>The way the signal instrument is expected to go.</summary>
    public Side Side;

    /// <summary>From 0 to 1.</summary>
    public double Confidence;

    /// <summary>The sentence's number in the description.</summary>
    public int Reason;

    /// <summary>Prices of the signal instrument in rupees and the distance a stop trails; 0 for none.</summary>
    public double Stop;
    public double Target;
    public double Trail;

    /// <summary>For an aim: the part of the run's quantity to hold, from 0 to 1.</summary>
    public double Share;

    /// <summary>How many numbers decided it.</summary>
    public int Count;

    /// <summary>The numbers that decided it.</summary>
    public WishValues Values;
}

/// <summary>What a strategy wants to become of its position.</summary>
internal enum WishKind : byte
{
    /// <summary>Hold the run's quantity on a side; whatever is held on the other is left first.</summary>
    Enter = 1,

    /// <summary>Hold nothing.</summary>
    Exit = 2,

    /// <summary>Hold a part of the run's quantity on a side.</summary>
    Aim = 3,

    /// <summary>Move the stop of what is held.</summary>
    Protect = 4,
}
