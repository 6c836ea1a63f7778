namespace TradingDesk.Engine.Observation;

/// <summary>Counts of what the feed sent and the desk did not believe; a tick stands under one reason.</summary>
/// <param name="Late">Ticks of a second that was over.</param>
/// <param name="Ahead">Ticks dated more than five seconds after the desk's clock.</param>
/// <param name="NonPositive">Prices that cannot be: not positive, or above all that is traded.</param>
/// <param name="VolumeStepsBack">Day volumes that fell or cannot be; the price beside them was believed.</param>
public readonly record struct FeedFaults(
    long Late, long Ahead, long Duplicate, long NonPositive, long OutsideSession, long VolumeStepsBack)
{
    public long All => Late + Ahead + Duplicate + NonPositive + OutsideSession + VolumeStepsBack;
}
