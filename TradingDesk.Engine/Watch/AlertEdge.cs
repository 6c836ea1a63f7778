using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Watch;

/// <summary>
/// When an alert fires: once, as its condition becomes true. One that is true when it is armed must be false first; one that waits for a
/// crossing must have been seen on one side.
/// </summary>
internal static class AlertEdge
{
    /// <summary>How it begins, by what it sees when it is armed; what cannot be judged yet is not true.</summary>
    public static AlertState Begin(AlertComparison how, AlertSide side)
    {
        if (how == AlertComparison.Crosses) return IsOnOneSide(side) ? AlertState.Armed : AlertState.Waiting;
        return IsTrue(how, side) ? AlertState.Waiting : AlertState.Armed;
    }

    /// <summary>The state after a look; the same one when nothing is to be said.</summary>
    /// <param name="how">Its comparison.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="from">The side it was seen on when it was armed.</param>
    /// <param name="side">The side it sees now.</param>
    public static AlertState Next(AlertComparison how, AlertState state, AlertSide from, AlertSide side)
    {
        if (side == AlertSide.Unknown || state == AlertState.Fired) return state;
        if (how == AlertComparison.Crosses) return IsOnOneSide(side) ? NextOfCrossing(state, from, side) : state;
        if (state == AlertState.Waiting) return IsTrue(how, side) ? state : AlertState.Armed;
        return IsTrue(how, side) ? AlertState.Fired : state;
    }

    /// <summary>Whether the condition holds as it is; of a crossing that cannot be said.</summary>
    public static bool IsTrue(AlertComparison how, AlertSide side) => (how, side) switch
    {
        (AlertComparison.Above, AlertSide.Above) => true,
        (AlertComparison.Below, AlertSide.Below) => true,
        _ => false,
    };

    private static AlertState NextOfCrossing(AlertState state, AlertSide from, AlertSide side) =>
        state == AlertState.Waiting ? AlertState.Armed : side == from ? state : AlertState.Fired;

    private static bool IsOnOneSide(AlertSide side) => side is AlertSide.Below or AlertSide.Above;
}
