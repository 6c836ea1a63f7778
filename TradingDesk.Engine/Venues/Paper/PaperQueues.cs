using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Venues.Paper;

/// <summary>The orders of one instrument that the paper venue works: each side best price and oldest first, stops by age.</summary>
internal sealed class PaperQueues
{
    public List<PaperOrder> Buys { get; } = [];

    public List<PaperOrder> Sells { get; } = [];

    public List<PaperOrder> Stops { get; } = [];

    public bool IsEmpty => Buys.Count + Sells.Count + Stops.Count == 0;

    /// <summary>The earliest end of a session that an order waits for; of one that has gone meanwhile, perhaps.</summary>
    public Instant Until { get; private set; } = PaperReports.Never;

    public PaperOrder? Find(OrderTag tag) => Find(Buys, tag) ?? Find(Sells, tag) ?? Find(Stops, tag);

    /// <summary>Puts an order behind all that trade before it and all of its price.</summary>
    public void Add(PaperOrder order)
    {
        if (order.Until < Until) Until = order.Until;
        var orders = ListOf(order);
        var place = orders.Count;
        while (place > 0 && order.Stage != PaperStage.Stopped && order.IsBefore(orders[place - 1])) place--;
        orders.Insert(place, order);
    }

    public void Remove(PaperOrder order) => ListOf(order).Remove(order);

    /// <summary>Leaves out what is over, and stops that were released.</summary>
    public void Sweep()
    {
        Buys.RemoveAll(static order => order.IsOver);
        Sells.RemoveAll(static order => order.IsOver);
        Stops.RemoveAll(static order => order.Stage != PaperStage.Stopped);
    }

    /// <summary>Goes on by another calendar.</summary>
    public void Follow(SessionClock sessions)
    {
        foreach (var order in Buys.Concat(Sells).Concat(Stops)) order.Until = sessions.Of(order.Since).Close;
        FindUntil();
    }

    public void FindUntil()
    {
        Until = PaperReports.Never;
        foreach (var order in Buys.Concat(Sells).Concat(Stops))
        {
            if (order.Until < Until) Until = order.Until;
        }
    }

    private List<PaperOrder> ListOf(PaperOrder order) =>
        order.Stage == PaperStage.Stopped ? Stops : order.Terms.Side == Side.Buy ? Buys : Sells;

    private static PaperOrder? Find(List<PaperOrder> orders, OrderTag tag)
    {
        foreach (var order in orders)
        {
            if (order.Tag == tag) return order;
        }

        return null;
    }
}
