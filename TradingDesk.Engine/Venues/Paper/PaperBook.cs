using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Venues.Paper;

/// <summary>
/// One instrument at the paper venue: what its feed shows, and the orders of all accounts that wait there. Orders meet the market, never
/// each other; what one took of a shown quantity or a trade is not there for the next.
/// </summary>
internal sealed class PaperBook(Instrument instrument, PaperRules rules, PaperReports reports)
{
    private readonly PaperQueues _orders = new();
    private ShownBook _shown;
    private TradeMeter _trades;

    public Instrument Instrument => instrument;

    /// <inheritdoc cref="PaperQueues.Until"/>
    public Instant Until => _orders.Until;

    public Tick NewestOf(in TradingSession session) => _trades.NewestOf(session);

    public bool IsFresh(in TradingSession session, Instant at) => _shown.IsFresh(session, at, rules.BookSecondsMost);

    public PaperOrder? Find(OrderTag tag) => _orders.Find(tag);

    /// <summary>A newer book: who takes, takes; who rests is reached by it or learns what stands before it.</summary>
    public void See(in Depth depth, in TradingSession session, Instant at)
    {
        if (!session.Contains(depth.Time) || !_shown.Show(depth) || _orders.IsEmpty || !IsFresh(session, at)) return;
        foreach (var order in _orders.Buys) Meet(order, at);
        foreach (var order in _orders.Sells) Meet(order, at);
        _orders.Sweep();
    }

    /// <summary>A trade of the market: it eats the queues and fills behind them, and its price may release stops.</summary>
    public void See(in Tick tick, in TradingSession session, Instant at)
    {
        if (!_trades.Note(tick, session, out var units) || _orders.IsEmpty) return;
        if (units > 0) Share(_orders.Sells, tick, Share(_orders.Buys, tick, units, at), at);
        foreach (var order in _orders.Stops) Release(order, tick.Last, session, at);
        _orders.Sweep();
    }

    /// <summary>Takes an order in, as its stage says.</summary>
    public void Enter(PaperOrder order, in TradingSession session, Instant at)
    {
        _orders.Add(order);
        if (order.Stage == PaperStage.Stopped) Release(order, _trades.NewestOf(session).Last, session, at);
        else if (order.Stage == PaperStage.Taking && IsFresh(session, at)) Meet(order, at);
        _orders.Sweep();
    }

    /// <summary>Works an order on other terms; another price or more units cost it its place.</summary>
    public void Change(PaperOrder order, in OrderTerms terms, in TradingSession session, Instant at)
    {
        var keepsPlace = terms.Price == order.Terms.Price && terms.Quantity <= order.Terms.Quantity;
        if (order.Stage != PaperStage.Stopped && keepsPlace)
        {
            order.Terms = terms;
            return;
        }

        _orders.Remove(order);
        order.Terms = terms;
        order.Since = at;
        if (order.Stage != PaperStage.Stopped) order.Stage = PaperStage.Taking;
        Enter(order, session, at);
    }

    public void Cancel(PaperOrder order, Instant at)
    {
        _orders.Remove(order);
        End(order, OrderState.Cancelled, at);
    }

    /// <summary>Ends every order whose session has ended by then.</summary>
    public void Expire(Instant at)
    {
        foreach (var orders in (ReadOnlySpan<List<PaperOrder>>)[_orders.Buys, _orders.Sells, _orders.Stops])
        {
            foreach (var order in orders)
            {
                if (order.Until <= at) End(order, OrderState.Expired, at);
            }
        }

        _orders.Sweep();
        _orders.FindUntil();
    }

    /// <inheritdoc cref="PaperQueues.Follow"/>
    public void Follow(SessionClock sessions) => _orders.Follow(sessions);

    /// <summary>
    /// The book as it stands now. Whoever takes pays what is shown; whoever rests is met at its own price, for an order that crosses it
    /// would have traded there.
    /// </summary>
    private void Meet(PaperOrder order, Instant at)
    {
        var (side, isTaking) = (order.Terms.Side, order.Stage == PaperStage.Taking);
        while (_shown.TryTake(side, order.Reach, order.Left, instrument.Lot, out var price, out var taken))
        {
            if (isTaking) Trade(order, price, taken, FillReason.TookBook, at);
            else Trade(order, order.Terms.Price, taken, FillReason.TradedThrough, at);
        }

        if (order.IsOver) return;
        if (isTaking && IsRestCancelled(order)) End(order, OrderState.Cancelled, at);
        else if (!isTaking) order.Ahead = Fewer(order.Ahead, _shown.QuantityAt(side, order.Terms.Price));
        else if (order.Terms.HasPrice && !_shown.EndsWithin(side, order.Terms.Price)) Rest(order);
    }

    private bool IsRestCancelled(PaperOrder order) =>
        order.Terms.Validity == Validity.Ioc || (!order.Terms.HasPrice && rules.Rest == MarketRest.Cancelled);

    private void End(PaperOrder order, OrderState state, Instant at)
    {
        order.Stage = PaperStage.Over;
        reports.Show(order, state, EvidenceSource.Stream, at);
    }

    private void Rest(PaperOrder order)
    {
        order.Stage = PaperStage.Resting;
        order.Ahead = _shown.QuantityAt(order.Terms.Side, order.Terms.Price);
    }

    /// <summary>Not more can stand before an order than is shown at its price.</summary>
    private static long Fewer(long ahead, long shown)
    {
        if (ahead == PaperOrder.OutOfSight || shown == PaperOrder.OutOfSight) return Math.Max(ahead, shown);
        return Math.Min(ahead, shown);
    }

    /// <summary>
    /// Gives a trade's units to the resting orders it reached, best price and oldest first: what stands before one is eaten first, and a
    /// trade at a worse price proves that nothing stands there any more. Returns what our orders did not get.
    /// </summary>
    private long Share(List<PaperOrder> orders, in Tick tick, long units, Instant at)
    {
        foreach (var order in orders)
        {
            if (order.Stage != PaperStage.Resting || tick.Time < order.Since) continue;
            var beyond = (order.Terms.Price.Scaled - tick.Last.Scaled) * order.Terms.Side.Sign();
            if (beyond < 0) break;
            if (beyond > 0) order.Ahead = 0;
            if (order.Ahead == PaperOrder.OutOfSight) continue;
            var reached = Math.Min(order.Left.Units, Math.Max(0, units - order.Ahead));
            reached -= reached % instrument.Lot;
            order.Ahead = Math.Max(0, order.Ahead - units);
            if (reached == 0) continue;
            units -= reached;
            var why = beyond > 0 ? FillReason.TradedThrough : FillReason.QueueReached;
            Trade(order, order.Terms.Price, new Quantity(reached), why, at);
        }

        return units;
    }

    /// <summary>Lets a stop go whose trigger the session's last price has reached, also while it was on its way to the venue.</summary>
    private void Release(PaperOrder order, Price last, in TradingSession session, Instant at)
    {
        var passed = (last.Scaled - order.Terms.Trigger.Scaled) * order.Terms.Side.Sign();
        if (last == default || passed < 0) return;
        order.Stage = PaperStage.Taking;
        order.Since = at;
        reports.Say(order, at, new OrderEvent { Kind = OrderEventKind.Triggered, Source = EvidenceSource.Stream });
        _orders.Add(order);
        if (IsFresh(session, at)) Meet(order, at);
    }

    private void Trade(PaperOrder order, Price price, Quantity quantity, FillReason why, Instant at)
    {
        order.Filled += quantity;
        if (order.Left.Units == 0) order.Stage = PaperStage.Over;
        reports.Say(order, at, new OrderEvent
        {
            Kind = OrderEventKind.Traded,
            Source = EvidenceSource.Stream,
            Why = why,
            Quantity = quantity,
            Price = price,
            Filled = order.Filled,
            FillId = (order.Number * (PaperChecks.UnitsMost + 1)) + order.Filled.Units,
        });
    }
}
