using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Portfolio.Charges;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Risk;
using TradingDesk.Engine.Trading;

namespace TradingDesk.Engine.Hosting.Reading;

/// <summary>Judges a ticket before it is given, by the board: what it would be, hold and cost, and what stands against it.</summary>
internal sealed class OrderReviews(DeskPlan plan, LevelBoard board)
{
    private readonly AccountRules _rules = DeskModes.OnPaper(new Venues.NullVenue()).Rules;

    public OrderReview Review(AccountId account, PlaceOrder order)
    {
        board.Money.Accounts.Read(account.Index, out var level);
        if (!plan.Instruments.TryFindKey(order.Instrument, out var found) || found is not { } instrument)
            return Nothing(level, RefusalCode.InstrumentUnknown);
        var terms = new OrderTerms
        {
            Side = order.Side,
            Product = order.Product,
            Type = order.Type,
            Validity = order.Validity,
            Quantity = order.Quantity,
            Price = order.Price,
            Trigger = order.Trigger,
        };
        board.Read(instrument.Id, out var tick, out var second, out var ticks);
        var last = ticks == 0 ? default : tick.Last;
        var problems = new List<OrderProblem>();
        var fit = OrderFit.Check(terms, instrument, _rules);
        if (fit != RefusalCode.None) problems.Add(ProblemOf(fit));
        if (fit == RefusalCode.None) problems.AddRange(AgainstMarket(terms, instrument, tick, last, second.IsEmpty).Select(ProblemOf));
        var price = terms.HasPrice ? terms.Price : terms.IsStop ? terms.Trigger : last;
        var isCounted = terms.Quantity.Units is > 0 and <= Tick.UnitsMost && price.Scaled > 0 && price <= Price.Max;
        var need = isCounted ? NeedOf(account, instrument, terms, price) : default;
        var slice = OrderFit.SliceOf(instrument, terms.Quantity).Units;
        var day = board.ReadCounters().Clock.IndiaDate;
        var charges = isCounted ? new ChargeEstimate().Of(instrument, terms, price, new Quantity(slice), day) : default;
        if (need.Scaled > 0 && need + charges > level.Free) problems.Add(ProblemOf(RefusalCode.FundsShort));
        return new OrderReview
        {
            Value = isCounted && price.Scaled <= long.MaxValue / Math.Max(1, terms.Quantity.Units) ? price * terms.Quantity : default,
            Need = need,
            Charges = charges,
            Free = level.Free,
            Slices = slice <= 0 ? 0 : (int)Math.Min(int.MaxValue, (terms.Quantity.Units + slice - 1) / slice),
            Lots = terms.Quantity.Units / Math.Max(1, instrument.Lot),
            Problems = problems,
        };
    }

    /// <summary>As the gate judges, which goes by ticks alone: a price remembered from stored candles is shown, not traded on.</summary>
    private IEnumerable<RefusalCode> AgainstMarket(OrderTerms terms, Instrument instrument, Tick tick, Price last, bool isRemembered)
    {
        var clock = board.ReadCounters().Clock;
        if (instrument.Expiry < clock.IndiaDate) yield return RefusalCode.ContractExpired;
        if (!board.Calendar.TryGetSession(instrument.Hours, clock, out var session)) yield return RefusalCode.MarketClosed;
        else if (last == default || isRemembered || tick.Time < session.Open) yield return RefusalCode.NoFreshPrice;
        if (last == default) yield break;
        var isOutside = (terms.HasPrice && !PriceBand.Contains(instrument, tick.PreviousClose, terms.Price))
            || (terms.IsStop && !PriceBand.Contains(instrument, tick.PreviousClose, terms.Trigger));
        if (isOutside) yield return RefusalCode.PriceOutsideBand;
        var isPassed = terms.IsStop && (terms.Side == Side.Buy ? terms.Trigger <= last : terms.Trigger >= last);
        if (isPassed) yield return RefusalCode.TriggerPassed;
        if (terms.Quantity > _rules.QuantityMost) yield return RefusalCode.QuantityAboveCap;
        else if (terms.Quantity.Units > _rules.ValueMost.Scaled / (terms.HasPrice ? terms.Price : last).Scaled)
            yield return RefusalCode.ValueAboveCap;
    }

    /// <summary>What the order would hold beyond the position it takes off, as the desk itself counts it.</summary>
    private Money NeedOf(AccountId account, Instrument instrument, in OrderTerms terms, Price price)
    {
        var (units, exiting) = HeldOf(account, new PositionKey(instrument.Id, terms.Product, RunId.None));
        var opening = OrderNeeds.OpeningOf(terms, units, exiting);
        return opening.Units == 0 ? default : MarginEstimate.ToOpen(instrument, terms.Product, terms.Side, opening, price);
    }

    /// <summary>The position, and what open orders may take off it already.</summary>
    private (long Units, long Exiting) HeldOf(AccountId account, in PositionKey key)
    {
        for (var place = 0; place < board.Money.PositionCount; place++)
        {
            board.Money.Positions.Read(place, out var level);
            if (level.Account == account && new PositionKey(level.Instrument, level.Product, level.Run) == key)
                return (level.Units, level.Exiting);
        }

        return default;
    }

    private static OrderReview Nothing(in AccountLevel level, RefusalCode code) => new()
    {
        Value = default,
        Need = default,
        Charges = default,
        Free = level.Free,
        Slices = 0,
        Lots = 0,
        Problems = [ProblemOf(code)],
    };

    private static OrderProblem ProblemOf(RefusalCode code) => new(FieldOf(code), RefusalWords.Of(code), RefusalSentences.Of(code));

    private static string FieldOf(RefusalCode code) => code switch
    {
        RefusalCode.QuantityNotAllowed or RefusalCode.NotWholeLots or RefusalCode.TooManySlices or RefusalCode.QuantityAboveCap
            or RefusalCode.ValueAboveCap or RefusalCode.NotInHoldings => "quantity",
        RefusalCode.PriceNotAllowed or RefusalCode.PriceOffTick or RefusalCode.PriceOutsideBand => "price",
        RefusalCode.TriggerNotAllowed or RefusalCode.TriggerOffTick or RefusalCode.TriggerPassed => "trigger",
        RefusalCode.ProductNotAllowed => "product",
        RefusalCode.OrderTypeNotAllowed => "type",
        RefusalCode.ValidityNotAllowed => "validity",
        RefusalCode.BracketNotAllowed => "stop",
        _ => "",
    };
}
