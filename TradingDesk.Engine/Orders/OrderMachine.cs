using System.Diagnostics;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Orders;

/// <summary>
/// The one table of what may happen to an order. Whatever arrives, in whatever order and however often, moves it up the ladder of
/// evidence, is ignored, or is a conflict for a person to resolve; nothing throws, and time alone moves nothing.
/// </summary>
internal static class OrderMachine
{
    /// <summary>Applies what happened and writes into it where the order stands afterwards.</summary>
    public static OrderVerdict Apply(Order order, ref OrderEvent what)
    {
        var verdict = what.Kind switch
        {
            OrderEventKind.Seen => OrderEvidence.See(order, what),
            OrderEventKind.Traded => OrderEvidence.Trade(order, what),
            OrderEventKind.CancelClaimed or OrderEventKind.CancelRefused or OrderEventKind.CancelAmbiguous
                or OrderEventKind.ModifyClaimed or OrderEventKind.Modified or OrderEventKind.ModifyRefused
                or OrderEventKind.ModifyAmbiguous => OrderRequests.Apply(order, what),
            _ => Send(order, what),
        };
        if (verdict == OrderVerdict.Conflict) (order.State, order.Code) = (OrderState.Conflict, what.Code);
        // More than its terms allow proves that the change to larger ones was made.
        if (order.Filled > order.Terms.Quantity) OrderRequests.Make(order);
        if (order.State.IsFinished()) order.Pending = PendingCommand.None;
        if (order.Pending is PendingCommand.None or PendingCommand.CancelWhenKnown) order.Asked = order.Terms;
        if (order.State is OrderState.Working or OrderState.Partial && order.Filled >= order.Most) order.State = OrderState.Filled;
        (what.State, what.Pending, what.Verdict, what.Filled) = (order.State, order.Pending, verdict, order.Filled);
        return verdict;
    }

    /// <summary>The way from the decision to the venue's first word.</summary>
    private static OrderVerdict Send(Order order, in OrderEvent what) => (order.State, what.Kind) switch
    {
        (OrderState.Accepted, OrderEventKind.Claimed) => Claim(order, what),
        (OrderState.Accepted, OrderEventKind.Abandoned) => End(order, OrderState.Abandoned, what),
        (OrderState.Accepted, OrderEventKind.Restarted) => End(order, OrderState.Abandoned, what),
        (OrderState.Sending, OrderEventKind.NotSent) => End(order, OrderState.Abandoned, what),
        (OrderState.Sending, OrderEventKind.Ambiguous or OrderEventKind.Restarted) => To(order, OrderState.Unknown),
        (OrderState.Sending or OrderState.Unknown, OrderEventKind.Refused) => End(order, OrderState.Rejected, what),
        (_, OrderEventKind.Acknowledged) => Acknowledge(order, what),
        (_, OrderEventKind.Restarted) => DoubtRequest(order),
        (OrderState.Unknown, OrderEventKind.FoundAbsent) => End(order, OrderState.PresumedAbsent, what),
        (OrderState.Unknown or OrderState.Conflict, OrderEventKind.Resolved) => Resolve(order, what),
        (_, OrderEventKind.Triggered) => Trigger(order),
        (_, OrderEventKind.None) => throw new UnreachableException(),
        _ => OrderVerdict.Ignored,
    };

    private static OrderVerdict Claim(Order order, in OrderEvent what)
    {
        (order.Attempt, order.Tag) = (what.Attempt, what.Tag);
        return To(order, OrderState.Sending);
    }

    /// <summary>An acknowledgement without a number proves nothing; one with another number than the order's is a second order.</summary>
    private static OrderVerdict Acknowledge(Order order, in OrderEvent what)
    {
        if (order.State is OrderState.Accepted or OrderState.Abandoned) return OrderVerdict.Conflict;
        if (what.VenueOrder == 0) return order.State == OrderState.Sending ? To(order, OrderState.Unknown) : OrderVerdict.Ignored;
        if (order.VenueOrder != 0 && order.VenueOrder != what.VenueOrder) return OrderVerdict.Conflict;
        var isNew = order.VenueOrder == 0;
        order.VenueOrder = what.VenueOrder;
        if (order.State is OrderState.Sending or OrderState.Unknown) return To(order, OrderState.Pending);
        if (order.State == OrderState.PresumedAbsent)
        {
            order.State = OrderState.Pending;
            return OrderVerdict.Reopened;
        }

        return isNew ? OrderVerdict.Moved : OrderVerdict.Ignored;
    }

    private static OrderVerdict Trigger(Order order)
    {
        if (!order.Terms.IsStop || order.IsTriggered || !order.State.IsExposed()) return OrderVerdict.Ignored;
        order.IsTriggered = true;
        return OrderVerdict.Moved;
    }

    /// <summary>What was asked of it before the desk stopped may or may not have reached the venue.</summary>
    private static OrderVerdict DoubtRequest(Order order)
    {
        var doubted = order.Pending switch
        {
            PendingCommand.CancelSending => PendingCommand.CancelUnknown,
            PendingCommand.ModifySending => PendingCommand.ModifyUnknown,
            _ => order.Pending,
        };
        if (doubted == order.Pending) return OrderVerdict.Ignored;
        order.Pending = doubted;
        return OrderVerdict.Moved;
    }

    private static OrderVerdict Resolve(Order order, in OrderEvent what)
    {
        var target = what.Seen;
        var isPossible = target is OrderState.Working or OrderState.Cancelled or OrderState.Rejected or OrderState.PresumedAbsent
            || (target == OrderState.Filled && order.Filled == order.Terms.Quantity);
        if (!isPossible) return OrderVerdict.Ignored;
        if (what.VenueOrder != 0) order.VenueOrder = what.VenueOrder;
        if (target == OrderState.Working && order.Filled.Units > 0) target = OrderState.Partial;
        order.Code = RefusalCode.None;
        return To(order, target);
    }

    private static OrderVerdict End(Order order, OrderState state, in OrderEvent what)
    {
        order.Code = what.Code;
        return To(order, state);
    }

    private static OrderVerdict To(Order order, OrderState state)
    {
        order.State = state;
        return OrderVerdict.Moved;
    }
}
