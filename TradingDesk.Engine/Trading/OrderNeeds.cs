using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
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
    private readonly List<(InstrumentId Instrument, Product Product, Side Side, long Units)> _earlier = [];

    /// <summary>What the account's entries on their way and in the market hold.</summary>
    public Money BlockedOf(Account account)
    {
        var sum = default(Money);
        _earlier.Clear();
        foreach (var order in book.Orders.Unsettled)
        {
            if (order.Account != account.Id) continue;
            var earlier = Queue(order);
            if (order.Role == IntentRole.Entry) sum += NeedOf(account, plan.Instruments[order.Instrument], WorstOf(order), earlier);
        }

        return sum;
    }

    /// <summary>What a new order would hold besides.</summary>
    public Money NeedOf(Account account, Instrument instrument, in OrderTerms terms) =>
        NeedOf(account, instrument, terms, AtRisk(account, instrument.Id, terms));

    /// <summary>What an order would hold more on other terms; negative when less.</summary>
    public Money NeedOf(Account account, Order order, in OrderTerms terms)
    {
        var instrument = plan.Instruments[order.Instrument];
        var others = AtRisk(account, instrument.Id, terms) - order.AtRisk.Units;
        var changed = terms with { Quantity = terms.Quantity - order.Booked };
        return NeedOf(account, instrument, changed, others) - NeedOf(account, instrument, WorstOf(order), others);
    }

    /// <summary>What a unit costs by the order's own terms; at the market by the newest price.</summary>
    public Price PriceOf(Account account, Instrument instrument, in OrderTerms terms)
    {
        if (terms.HasPrice) return terms.Price;
        if (terms.IsStop) return terms.Trigger;
        var last = market.LastOf(instrument.Id);
        return last == default && account.Find(instrument.Id, terms.Product) is { } position ? position.Last : last;
    }

    /// <summary>A price that is being changed counts as the higher of the two.</summary>
    private static OrderTerms WorstOf(Order order) => order.Asked with
    {
        Quantity = order.AtRisk,
        Price = order.Terms.Price > order.Asked.Price ? order.Terms.Price : order.Asked.Price,
    };

    /// <summary>Cash for what goes beyond the position on the other side, after all that is earlier: the price where that is paid, margin
    /// where it is not.</summary>
    private Money NeedOf(Account account, Instrument instrument, in OrderTerms terms, long earlier)
    {
        var units = account.Find(instrument.Id, terms.Product)?.Units ?? 0;
        var against = Math.Sign(units) == -terms.Side.Sign() ? Math.Abs(units) : 0;
        var opening = Math.Max(0, earlier + terms.Quantity.Units - against) - Math.Max(0, earlier - against);
        if (opening == 0) return default;
        var price = PriceOf(account, instrument, terms);
        return MarginEstimate.ToOpen(instrument, terms.Product, terms.Side, new Quantity(opening), price);
    }

    /// <summary>Counts an order after those before it on its side, and says how many units those have.</summary>
    private long Queue(Order order)
    {
        for (var place = 0; place < _earlier.Count; place++)
        {
            var (instrument, product, side, units) = _earlier[place];
            if (instrument != order.Instrument || product != order.Terms.Product || side != order.Terms.Side) continue;
            _earlier[place] = (instrument, product, side, units + order.AtRisk.Units);
            return units;
        }

        _earlier.Add((order.Instrument, order.Terms.Product, order.Terms.Side, order.AtRisk.Units));
        return 0;
    }

    private long AtRisk(Account account, InstrumentId instrument, in OrderTerms terms)
    {
        var units = 0L;
        foreach (var order in book.Orders.Unsettled)
        {
            var isOne = order.Account == account.Id && order.Instrument == instrument;
            if (isOne && order.Terms.Product == terms.Product && order.Terms.Side == terms.Side) units += order.AtRisk.Units;
        }

        return units;
    }
}
