using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line.Levels;

/// <summary>A stop and target that the desk holds for some units of a position; without units the place is free.</summary>
internal struct BracketLevel
{
    public AccountId Account;

    /// <summary>The intent whose fills it protects.</summary>
    public int Intent;

    public InstrumentId Instrument;

    /// <summary>Whose price stop and target are.</summary>
    public InstrumentId Watched;

    public Product Product;

    /// <summary>Whose book the position is in.</summary>
    public RunId Run;

    /// <summary>What was done to hold them.</summary>
    public Side Side;

    /// <summary>Whether one of the two has been reached, so that what is protected is on its way out.</summary>
    public bool HasFired;

    /// <summary>1 where what is held gains when the watched price rises, -1 where it falls.</summary>
    public int Way;

    /// <summary>Units it protects.</summary>
    public Quantity Guarded;

    /// <summary>0 for none, like the next two.</summary>
    public Price Stop;
    public Price Target;

    /// <summary>How far the stop trails.</summary>
    public Price Trail;
}
