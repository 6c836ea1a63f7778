using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Orders;

/// <summary>Every order the desk knows of, found by its number, by its tag, and those that may still become a position.</summary>
internal sealed class OrderList
{
    private readonly Dictionary<OrderId, Order> _byId = [];
    private readonly Dictionary<OrderTag, Order> _byTag = [];
    private readonly List<Order> _open = [];
    private readonly List<Order> _unsettled = [];

    /// <summary>Orders whose end is not known, oldest first.</summary>
    public ListView<Order> Open => new(_open);

    /// <summary>Orders that may still move a position: the open ones, and finished ones whose trades are not all known.</summary>
    public ListView<Order> Unsettled => new(_unsettled);

    public IReadOnlyCollection<Order> All => _byId.Values;

    public void Add(Order order)
    {
        _byId.Add(order.Id, order);
        _open.Add(order);
        _unsettled.Add(order);
    }

    public Order? Find(OrderId id) => _byId.GetValueOrDefault(id);

    public Order? Find(OrderTag tag) => _byTag.GetValueOrDefault(tag);

    /// <summary>Units that orders of one side may still bring into a position in the worst case.</summary>
    public long AtRisk(AccountId account, in PositionKey key, Side side)
    {
        var units = 0L;
        foreach (var order in _unsettled)
        {
            if (order.Account == account && order.Key == key && order.Terms.Side == side) units += order.AtRisk.Units;
        }

        return units;
    }

    /// <summary>Moves an order by what happened and keeps the ways to find it.</summary>
    public OrderVerdict Apply(Order order, ref OrderEvent what)
    {
        var (wasOpen, wasSettled) = (order.State.IsExposed(), order.IsSettled);
        var verdict = OrderMachine.Apply(order, ref what);
        if (what.Kind == OrderEventKind.Claimed && verdict == OrderVerdict.Moved) _byTag.Add(order.Tag, order);
        var isOpen = order.State.IsExposed();
        if (wasOpen && !isOpen) _open.Remove(order);
        if (!wasOpen && isOpen) _open.Add(order);
        if (!wasSettled && order.IsSettled) _unsettled.Remove(order);
        if (wasSettled && !order.IsSettled) _unsettled.Add(order);
        return verdict;
    }

    /// <summary>Forgets a settled order; the journal keeps it.</summary>
    public void Forget(Order order)
    {
        _byId.Remove(order.Id);
        _byTag.Remove(order.Tag);
    }
}
