using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Orders;

/// <summary>
/// What a venue shows of an order, from three sources that repeat and overtake each other: quantities merge by the larger, states by
/// their rank, and only the order book's newer word takes a finished order back.
/// </summary>
internal static class OrderEvidence
{
    public static OrderVerdict See(Order order, in OrderEvent what)
    {
        if (order.State is OrderState.Accepted or OrderState.Abandoned) return OrderVerdict.Conflict;
        if (Contradicts(order, what)) return OrderVerdict.Conflict;
        var (filledBefore, stateBefore, numberBefore, termsBefore) = (order.Filled, order.State, order.VenueOrder, order.Terms);
        var isNewer = what.VenueTime > order.VenueTime;
        if (what.VenueOrder != 0) order.VenueOrder = what.VenueOrder;
        if (what.Filled > order.Filled) order.Filled = what.Filled;
        var isMade = isNewer && what.Quantity != order.Terms.Quantity && what.Quantity == order.Asked.Quantity;
        if (isMade && order.Filled > order.Asked.Quantity) return OrderVerdict.Conflict;
        if (isMade) OrderRequests.Make(order);
        var isReopened = order.State.IsFinished() && TakesBack(order, what, isNewer);
        if (isReopened) order.State = StateOf(order, what.Seen);
        else if (order.State.IsExposed() && order.State != OrderState.Conflict) Climb(order, what);
        // What changes nothing is not kept, so nothing of it may be remembered either.
        var hasMoved = (filledBefore, stateBefore, numberBefore, termsBefore)
            != (order.Filled, order.State, order.VenueOrder, order.Terms);
        if (!hasMoved) return OrderVerdict.Ignored;
        if (isNewer) order.VenueTime = what.VenueTime;
        if (isReopened) return OrderVerdict.Reopened;
        return stateBefore.IsFinished() && order.Filled > filledBefore ? OrderVerdict.LateFill : OrderVerdict.Moved;
    }

    public static OrderVerdict Trade(Order order, in OrderEvent what)
    {
        if (order.State is OrderState.Accepted or OrderState.Abandoned) return OrderVerdict.Conflict;
        if (order.HasFill(what.FillId)) return OrderVerdict.Ignored;
        if (what.Side != order.Terms.Side || what.Quantity.Units <= 0 || what.Price.Scaled <= 0) return OrderVerdict.Conflict;
        if (order.Booked + what.Quantity > order.Most) return OrderVerdict.Conflict;
        if (OtherNumber(order, what)) return OrderVerdict.Conflict;
        var isKnown = order.Booked + what.Quantity <= order.Filled;
        order.Book(what);
        if (what.VenueOrder != 0) order.VenueOrder = what.VenueOrder;
        if (what.VenueTime > order.VenueTime) order.VenueTime = what.VenueTime;
        if (order.State == OrderState.Conflict) return OrderVerdict.Moved;
        if (order.State.IsFinished()) return isKnown ? OrderVerdict.Moved : OrderVerdict.LateFill;
        order.State = StateOf(order, OrderState.Partial);
        return OrderVerdict.Moved;
    }

    private static void Climb(Order order, in OrderEvent what)
    {
        order.State = Higher(order.State, StateOf(order, what.Seen));
        if (order.State == OrderState.Rejected) order.Code = what.Code;
    }

    /// <summary>
    /// Only the order book's newer word says that a finished order works after all. One that was presumed absent is there as soon as
    /// anything shows it, for nothing from a venue ever said that it is not.
    /// </summary>
    private static bool TakesBack(Order order, in OrderEvent what, bool isNewer)
    {
        if (what.Seen is not (OrderState.Pending or OrderState.Working or OrderState.Partial)) return false;
        if (order.State == OrderState.PresumedAbsent) return true;
        return isNewer && what.Source == EvidenceSource.OrderBook && order.State != OrderState.Filled;
    }

    /// <summary>More than was ordered, another side, a second order under one tag, or a book that takes fills back.</summary>
    private static bool Contradicts(Order order, in OrderEvent what)
    {
        if (what.Side != 0 && what.Side != order.Terms.Side) return true;
        var isOther = what.Quantity.Units != 0 && what.Quantity != order.Terms.Quantity && what.Quantity != order.Asked.Quantity;
        // A word from before a change shows the quantity of then.
        if (isOther && (what.VenueTime > order.VenueTime || what.VenueTime == default)) return true;
        if (what.Quantity.Units != 0 && what.Filled > what.Quantity) return true;
        if (what.Filled > order.Most || what.Filled.Units < 0) return true;
        if (what.Seen == OrderState.Filled && what.Filled < order.Terms.Quantity && what.Filled < order.Asked.Quantity) return true;
        var isLower = what.Source == EvidenceSource.OrderBook && what.VenueTime > order.VenueTime && what.Filled < order.Filled;
        return isLower || OtherNumber(order, what);
    }

    private static bool OtherNumber(Order order, in OrderEvent what) =>
        what.VenueOrder != 0 && order.VenueOrder != 0 && what.VenueOrder != order.VenueOrder;

    /// <summary>
    /// What a venue's word means together with what is filled. While a change may yet make the order larger, only the venue can say that
    /// it is done.
    /// </summary>
    private static OrderState StateOf(Order order, OrderState seen)
    {
        if (seen is OrderState.Cancelled or OrderState.Rejected or OrderState.Expired) return seen;
        if (order.Filled >= (seen == OrderState.Filled ? order.Terms.Quantity : order.Most)) return OrderState.Filled;
        if (order.Filled.Units > 0) return OrderState.Partial;
        return seen == OrderState.Pending ? OrderState.Pending : OrderState.Working;
    }

    private static OrderState Higher(OrderState left, OrderState right) => RankOf(right) > RankOf(left) ? right : left;

    private static int RankOf(OrderState state) => state switch
    {
        OrderState.Accepted => 0,
        OrderState.Sending => 1,
        OrderState.Unknown => 2,
        OrderState.Pending => 3,
        OrderState.Working => 4,
        OrderState.Partial => 5,
        _ => 6,
    };
}
