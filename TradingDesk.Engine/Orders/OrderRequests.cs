using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Orders;

/// <summary>Cancels and changes of an order at its venue: one at a time, and asking alone changes nothing about the order.</summary>
internal static class OrderRequests
{
    public static OrderVerdict Apply(Order order, in OrderEvent what) => what.Kind switch
    {
        OrderEventKind.CancelClaimed => ClaimCancel(order),
        OrderEventKind.CancelRefused => Move(order, IsCancel(order), HasDoubt(order) ? PendingCommand.ModifyUnknown : PendingCommand.None),
        OrderEventKind.CancelAmbiguous => Move(order, order.Pending == PendingCommand.CancelSending, PendingCommand.CancelUnknown),
        OrderEventKind.ModifyClaimed => ClaimChange(order, what),
        OrderEventKind.Modified => Change(order, what),
        OrderEventKind.ModifyRefused => RefuseChange(order, what),
        _ => Move(order, IsChange(order, what) && order.Pending == PendingCommand.ModifySending, PendingCommand.ModifyUnknown),
    };

    private static OrderVerdict ClaimCancel(Order order)
    {
        if (order.State == OrderState.Unknown) return Move(order, true, PendingCommand.CancelWhenKnown);
        var isPossible = order.State is OrderState.Pending or OrderState.Working or OrderState.Partial;
        return Move(order, isPossible, PendingCommand.CancelSending);
    }

    private static OrderVerdict ClaimChange(Order order, in OrderEvent what)
    {
        if (order.State is not (OrderState.Working or OrderState.Partial) || order.Pending != PendingCommand.None)
            return OrderVerdict.Ignored;
        order.Version = what.Version;
        order.Asked = order.Terms with { Quantity = what.Quantity, Price = what.Price, Trigger = what.Trigger };
        return Move(order, true, PendingCommand.ModifySending);
    }

    private static OrderVerdict Change(Order order, in OrderEvent what)
    {
        if (!IsChange(order, what) || order.State.IsFinished()) return OrderVerdict.Ignored;
        if (order.Filled > order.Asked.Quantity) return OrderVerdict.Conflict;
        Make(order);
        if (what.VenueTime > order.VenueTime) order.VenueTime = what.VenueTime;
        return OrderVerdict.Moved;
    }

    /// <summary>The venue works the order on what was asked for; a cancel that came after the change is still awaited.</summary>
    public static void Make(Order order) =>
        (order.Terms, order.Pending) = (order.Asked, IsCancel(order) && HasDoubt(order) ? order.Pending : PendingCommand.None);

    private static OrderVerdict RefuseChange(Order order, in OrderEvent what)
    {
        if (!IsChange(order, what)) return OrderVerdict.Ignored;
        order.Asked = order.Terms;
        if (!IsCancel(order)) order.Pending = PendingCommand.None;
        return OrderVerdict.Moved;
    }

    /// <summary>Whether a change is neither made nor refused; a cancel does not end that.</summary>
    private static bool HasDoubt(Order order) => order.Asked != order.Terms;

    private static bool IsCancel(Order order) => order.Pending is PendingCommand.CancelSending or PendingCommand.CancelUnknown;

    private static bool IsChange(Order order, in OrderEvent what) =>
        order.Version == what.Version
        && (HasDoubt(order) || order.Pending is PendingCommand.ModifySending or PendingCommand.ModifyUnknown);

    private static OrderVerdict Move(Order order, bool isPossible, PendingCommand to)
    {
        if (!isPossible) return OrderVerdict.Ignored;
        order.Pending = to;
        return OrderVerdict.Moved;
    }
}
