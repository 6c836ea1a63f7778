using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Accounts;

/// <summary>A stop and target that the desk itself holds for units of a position: no venue knows of them.</summary>
/// <param name="Intent">Whose fills it protects.</param>
/// <param name="Instrument">What is held.</param>
public sealed record BracketView(int Intent, InstrumentId Instrument, Product Product)
{
    /// <summary>Whose book the position is in; none for what is traded by hand.</summary>
    public RunId Run { get; init; }

    /// <summary>Whose price stop and target are; a run's are of what it watches.</summary>
    public required InstrumentId Watched { get; init; }

    /// <summary>Units it protects.</summary>
    public required Quantity Units { get; init; }

    /// <summary>What was done to hold them.</summary>
    public required Side Side { get; init; }

    /// <summary>Whether what is held gains when the watched price rises.</summary>
    public required bool GainsUpwards { get; init; }

    /// <summary>Where the stop stands now; 0 for none, like the next two.</summary>
    public required Price Stop { get; init; }

    public required Price Target { get; init; }

    /// <summary>How far the stop stays behind the price.</summary>
    public required Price Trail { get; init; }

    /// <summary>Whether one of the two has been reached: what it protects is left as soon as it can be.</summary>
    public required bool HasFired { get; init; }

    /// <summary>Whether a person may move it: a run's are its strategy's.</summary>
    public bool CanMove => Run.IsNone && !HasFired;
}
