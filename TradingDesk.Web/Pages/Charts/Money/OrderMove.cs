using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Pages.Desk;
using TradingDesk.Web.Pages.Orders;
using TradingDesk.Web.Pages.Ticket;

namespace TradingDesk.Web.Pages.Charts.Money;

/// <summary>One of an order's prices that a person moves on a chart: its limit or its trigger.</summary>
public sealed record OrderMove(OrderView Order, bool IsTrigger) : LineMove(IsTrigger ? Order.Trigger : Order.Price)
{
    public override string Id => $"{Order.Id} {(IsTrigger ? "trigger" : "price")}";

    public override string Word => IsTrigger ? "Trigger" : "Price";

    public override string Subject => $"Order {Order.Id}";

    public override string Wish => $"Change {Order.Id}";

    /// <summary>The prices an order waits for: none of a market order, two of a stop with a limit.</summary>
    public static IEnumerable<OrderMove> Of(OrderView order)
    {
        if (order.Trigger != default) yield return new OrderMove(order, true);
        if (order.Price != default && order.Type is OrderType.Limit or OrderType.StopLimit) yield return new OrderMove(order, false);
    }

    public override string TitleFor(InstrumentLabel instrument) =>
        $"Change {Order.Id} · {Order.Side} {Tradable.Units(Order.Quantity.Units, instrument)} "
        + $"{Labels.ShortName(instrument)} {OrderWords.Of(Order.Type)}";

    public override string WordsFor(InstrumentLabel instrument)
    {
        var which = IsTrigger ? " trigger" : "";
        return $"{Order.Side} {OrderWords.Of(Order.Type)} {Order.Id}{which} at {Labels.Price(From, instrument)}";
    }

    public override string ButtonFor(string mode) => $"Change the {mode} order";

    public override LineMove? SeenIn(AccountView? account)
    {
        var now = account?.Orders.FirstOrDefault(order => order.Id == Order.Id);
        return now is { CanChange: true } ? Of(now).FirstOrDefault(move => move.Id == Id && move.From == From) : null;
    }

    /// <summary>All terms as they are to be: the others stay as they are now.</summary>
    public override DeskCommand CommandFor(Price price) =>
        new ChangeOrder(Order.Id, Order.Quantity, IsTrigger ? Order.Price : price, IsTrigger ? price : Order.Trigger);
}
