namespace TradingDesk.Engine.Watch;

/// <summary>How an alert's value is to lie to its level.</summary>
internal enum AlertComparison : byte
{
    Above = 1,
    Below = 2,

    /// <summary>From one side to the other; to touch the level is not enough.</summary>
    Crosses = 3,
}
