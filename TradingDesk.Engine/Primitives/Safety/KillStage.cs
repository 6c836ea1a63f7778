namespace TradingDesk.Engine.Primitives.Safety;

/// <summary>How far a kill switch that was latched has come. No new exposure is taken at any of them.</summary>
public enum KillStage : byte
{
    /// <summary>Cancels are asked for, and the venue's answers are waited for.</summary>
    Cancelling = 1,

    /// <summary>Positions are being left.</summary>
    Flattening = 2,

    /// <summary>What is left cannot be traded now: its market is closed, or it has no price.</summary>
    Waiting = 3,

    /// <summary>What is left hangs on orders of which the venue's truth is not known.</summary>
    Unproven = 4,

    /// <summary>All that was to be withdrawn and left is, and proven so.</summary>
    Done = 5,
}
