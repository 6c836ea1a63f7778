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
    private readonly GateReview _gate = new(plan, board, DeskModes.OnPaper(new Venues.NullVenue()).Rules);

    public OrderReview Review(AccountId account, PlaceOrder order)
    {
        board.Money.Accounts.Read(account.Index, out var level);
        if (!plan.Instruments.TryFindKey(order.Instrument, out var found) || found is not { } instrument)
            return Nothing(level, RefusalCode.InstrumentUnknown);
        var slice = OrderFit.SliceOf(instrument, order.Quantity);
        var intent = OrderIntents.TermsOf(account, order) with { SliceQuantity = slice };
        var terms = intent.Whole;
        var problems = new List<OrderProblem>(_gate.Judge(instrument, intent).Select(ProblemOf));
        board.Read(instrument.Id, out var tick, out _, out var ticks);
        var last = ticks == 0 ? default : tick.Last;
        var price = terms.HasPrice ? terms.Price : terms.IsStop ? terms.Trigger : last;
        var isCounted = terms.Quantity.Units is > 0 and <= Tick.UnitsMost && price.Scaled > 0 && price <= Price.Max;
        var need = isCounted ? NeedOf(account, instrument, terms, price) : default;
        var day = board.ReadCounters().Clock.IndiaDate;
        var charges = isCounted ? new ChargeEstimate().Of(instrument, terms, price, slice, day) : default;
        if (need.Scaled > 0 && need + charges > level.Free) problems.Add(ProblemOf(RefusalCode.FundsShort));
        return new OrderReview
        {
            Value = isCounted && price.Scaled <= long.MaxValue / Math.Max(1, terms.Quantity.Units) ? price * terms.Quantity : default,
            Need = need,
            Charges = charges,
            Free = level.Free,
            Slices = slice.Units <= 0 ? 0 : (int)Math.Min(int.MaxValue, (terms.Quantity.Units + slice.Units - 1) / slice.Units),
            Lots = terms.Quantity.Units / Math.Max(1, instrument.Lot),
            Problems = problems,
        };
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
            or RefusalCode.ValueAboveCap or RefusalCode.NotInHoldings or RefusalCode.PositionLimit => "quantity",
        RefusalCode.PriceNotAllowed or RefusalCode.PriceOffTick or RefusalCode.PriceOutsideBand or RefusalCode.OutsideCollar => "price",
        RefusalCode.TriggerNotAllowed or RefusalCode.TriggerOffTick or RefusalCode.TriggerPassed => "trigger",
        RefusalCode.ProductNotAllowed => "product",
        RefusalCode.OrderTypeNotAllowed => "type",
        RefusalCode.ValidityNotAllowed => "validity",
        RefusalCode.BracketNotAllowed => "stop",
        _ => "",
    };
}
