using TradingDesk.Engine.Line;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Trading;

/// <summary>
/// Cash that the orders of an account hold in the worst case. Orders of one side share the position they may close: what goes beyond it
/// is new exposure, whichever of them is filled.
/// </summary>
internal sealed class OrderNeeds(TradingBook book, DeskPlan plan, MarketView market)
{
    private readonly List<(PositionKey Key, Side Side, long Units)> _earlier = [];

    /// <summary>What the account's entries on their way and in the market hold.</summary>
    public Money BlockedOf(Account account)
    {
        var sum = default(Money);
        _earlier.Clear();
        foreach (var order in book.Orders.Unsettled)
        {
            if (order.Account != account.Id) continue;
            var earlier = Queue(order);
            if (order.Role == IntentRole.Entry) sum += NeedOf(account.Find(order.Key), order.Key, WorstOf(order), earlier);
        }

        return sum;
    }

    /// <summary>What a new order would hold besides.</summary>
    public Money NeedOf(Account account, in PositionKey key, in OrderTerms terms) =>
        NeedOf(account.Find(key), key, terms, book.Orders.AtRisk(account.Id, key, terms.Side));

    /// <summary>What an order would hold more on other terms; negative when less.</summary>
    public Money NeedOf(Account account, Order order, in OrderTerms terms)
    {
        var position = account.Find(order.Key);
        var others = book.Orders.AtRisk(account.Id, order.Key, terms.Side) - order.AtRisk.Units;
        var changed = terms with { Quantity = terms.Quantity - order.Booked };
        return NeedOf(position, order.Key, changed, others) - NeedOf(position, order.Key, WorstOf(order), others);
    }

    /// <summary>What a unit costs by the order's own terms; at the market by the newest price.</summary>
    public Price PriceOf(Position? position, in PositionKey key, in OrderTerms terms)
    {
        if (terms.HasPrice) return terms.Price;
        if (terms.IsStop) return terms.Trigger;
        var last = market.LastOf(key.Instrument);
        return last == default && position is not null ? position.Last : last;
    }

    /// <summary>Units of an order that open anew: what goes beyond a position on the other side, after all that is earlier.</summary>
    public static Quantity OpeningOf(in OrderTerms terms, long position, long earlier)
    {
        var against = Math.Sign(position) == -terms.Side.Sign() ? Math.Abs(position) : 0;
        return new Quantity(Math.Max(0, earlier + terms.Quantity.Units - against) - Math.Max(0, earlier - against));
    }

    /// <summary>A price that is being changed counts as the higher of the two.</summary>
    private static OrderTerms WorstOf(Order order) => order.Asked with
    {
        Quantity = order.AtRisk,
        Price = order.Terms.Price > order.Asked.Price ? order.Terms.Price : order.Asked.Price,
    };

    /// <summary>Cash for what goes beyond the position on the other side, after all that is earlier: the price where that is paid, margin
    /// where it is not.</summary>
    private Money NeedOf(Position? position, in PositionKey key, in OrderTerms terms, long earlier)
    {
        var opening = OpeningOf(terms, position?.Units ?? 0, earlier);
        if (opening.Units == 0) return default;
        var price = PriceOf(position, key, terms);
        return MarginEstimate.ToOpen(plan.Instruments[key.Instrument], terms.Product, terms.Side, opening, price);
    }

    /// <summary>Counts an order after those before it on its side, and says how many units those have.</summary>
    private long Queue(Order order)
    {
        for (var place = 0; place < _earlier.Count; place++)
        {
            var (key, side, units) = _earlier[place];
            if (key != order.Key || side != order.Terms.Side) continue;
            _earlier[place] = (key, side, units + order.AtRisk.Units);
            return units;
        }

        _earlier.Add((order.Key, order.Terms.Side, order.AtRisk.Units));
        return 0;
    }
}
