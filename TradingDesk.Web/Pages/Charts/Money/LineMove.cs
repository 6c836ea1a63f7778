using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Web.Pages.Charts.Money;

/// <summary>One of an order's prices that a person moves on a chart: its limit or its trigger, as it is while being asked.</summary>
public sealed record LineMove(OrderId Order, bool IsTrigger, Price From)
{
    /// <summary>The line's name, such as `12.1 trigger`.</summary>
    public string Id => $"{Order} {(IsTrigger ? "trigger" : "price")}";

    public string Word => IsTrigger ? "Trigger" : "Price";

    /// <summary>The prices an order waits for: none of a market order, two of a stop with a limit.</summary>
    public static IEnumerable<LineMove> Of(OrderView order)
    {
        if (order.Trigger != default) yield return new LineMove(order.Id, true, order.Trigger);
        if (order.Price != default && order.Type is OrderType.Limit or OrderType.StopLimit)
            yield return new LineMove(order.Id, false, order.Price);
    }

    /// <summary>The order as it is now; null when it cannot be changed any more or stands at another price than was asked about.</summary>
    public OrderView? In(AccountView? account) =>
        account?.Orders.FirstOrDefault(order => order.Id == Order) is { CanChange: true } order && Of(order).Contains(this) ? order : null;

    /// <summary>All terms as they are to be: the others stay as they are now.</summary>
    public ChangeOrder To(Price price, OrderView order) =>
        new(Order, order.Quantity, IsTrigger ? order.Price : price, IsTrigger ? price : order.Trigger);
}
