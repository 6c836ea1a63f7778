namespace TradingDesk.Engine.Observation;

/// <summary>Counts of what the feed sent and the desk did not believe.</summary>
public readonly record struct FeedFaults(
    long Late, long Duplicate, long NonPositive, long OutsideSession, long VolumeStepsBack, long SecondsRefused)
{
    /// <summary>Ticks dated more than five seconds after the desk's clock.</summary>
    public long Ahead { get; init; }
}
