using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Portfolio.Charges;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Risk;

/// <summary>
/// Stands before every order: the first check it fails is the reason. An order that leaves a position is not held to what an account may
/// risk, only to what an exchange takes.
/// </summary>
internal sealed class RiskGate(OrderList orders, KillSwitch kills, Arming arming)
{
    /// <summary>What was looked up, once a day and segment.</summary>
    private readonly Dictionary<(DateOnly, Exchange, ChargeSegment), bool> _hasCharges = [];

    /// <summary>Judges an intent that has no number yet; approved, it is cut into slices of whole lots.</summary>
    public RefusalCode Judge(
        in IntentTerms intent, Instrument instrument, Account account, in MarketNow now, out ApprovedOrder approved)
    {
        approved = default;
        var refusal = CheckHalts(intent.Role, account, now.Clock);
        if (refusal == RefusalCode.None) refusal = OrderFit.Check(intent.Whole, instrument, account.Rules);
        if (refusal == RefusalCode.None) refusal = CheckMarket(intent, instrument, now);
        if (refusal == RefusalCode.None) refusal = CheckOwnOrders(intent, instrument, now.Last);
        if (refusal == RefusalCode.None) refusal = Bracket(intent, instrument, now);
        var cut = intent;
        cut.SliceQuantity = OrderFit.SliceOf(instrument, intent.Whole.Quantity);
        if (refusal == RefusalCode.None && cut.Slices > Limits.SlicesMost) refusal = RefusalCode.TooManySlices;
        if (refusal == RefusalCode.None && intent.Role == IntentRole.Entry) refusal = CheckEntry(intent, instrument, account, now);
        if (refusal == RefusalCode.None) approved = new ApprovedOrder(instrument.Id, cut);
        return refusal;
    }

    /// <summary>Judges the terms that a working order is to have instead of its own.</summary>
    public RefusalCode JudgeChange(Order order, in OrderTerms terms, Instrument instrument, Account account, in MarketNow now)
    {
        var refusal = CheckHalts(order.Role, account, now.Clock);
        if (refusal == RefusalCode.None) refusal = OrderFit.Check(terms, instrument, account.Rules);
        var intent = new IntentTerms { Account = account.Id, Whole = terms, Role = order.Role };
        if (refusal == RefusalCode.None) refusal = CheckMarket(intent, instrument, now);
        if (refusal == RefusalCode.TriggerPassed && order.IsTriggered && terms.Trigger == order.Terms.Trigger) refusal = RefusalCode.None;
        if (refusal == RefusalCode.None) refusal = CheckOwnOrders(intent, instrument, now.Last);
        if (refusal != RefusalCode.None || order.Role != IntentRole.Entry) return refusal;
        if (now.IsReduceOnly) return RefusalCode.ReduceOnly;
        var more = terms.Quantity - order.Booked - order.AtRisk;
        if (terms is { Product: Product.Cnc, Side: Side.Sell } && more.Units > Deliverable(account, order.Key))
            return RefusalCode.NotInHoldings;
        return CheckSize(terms, account.Rules, now);
    }

    /// <summary>What stops entries whatever they are; leaving a position is never stopped.</summary>
    private RefusalCode CheckHalts(IntentRole role, Account account, Instant clock)
    {
        if (role != IntentRole.Entry) return RefusalCode.None;
        if (kills.Stops(account.Id)) return RefusalCode.Killed;
        return account.Rules.NeedsArming && !arming.IsArmed(account.Id, clock) ? RefusalCode.NotArmed : RefusalCode.None;
    }

    /// <summary>Whether the instrument can be traded now, at such a price.</summary>
    public static RefusalCode CheckMarket(in IntentTerms intent, Instrument instrument, in MarketNow now)
    {
        var terms = intent.Whole;
        if (instrument.Expiry < now.Clock.IndiaDate) return RefusalCode.ContractExpired;
        if (!now.IsKnown) return RefusalCode.CalendarUnknown;
        if (!now.IsOpen) return RefusalCode.MarketClosed;
        if (now.Last == default) return RefusalCode.NoFreshPrice;
        if (terms.HasPrice && !PriceBand.Contains(instrument, now.PreviousClose, terms.Price)) return RefusalCode.PriceOutsideBand;
        if (!terms.IsStop) return RefusalCode.None;
        if (!PriceBand.Contains(instrument, now.PreviousClose, terms.Trigger)) return RefusalCode.PriceOutsideBand;
        var isPassed = terms.Side == Side.Buy ? terms.Trigger <= now.Last : terms.Trigger >= now.Last;
        return isPassed ? RefusalCode.TriggerPassed : RefusalCode.None;
    }

    /// <summary>
    /// An entry never meets another order of its own account in the book, and none is begun on an instrument in doubt; leaving a position
    /// is more important than either.
    /// </summary>
    private RefusalCode CheckOwnOrders(in IntentTerms intent, Instrument instrument, Price last)
    {
        var count = 0;
        foreach (var order in orders.Open)
        {
            if (order.Account != intent.Account) continue;
            count++;
            if (order.Instrument != instrument.Id) continue;
            if (intent.Role != IntentRole.Entry) continue;
            if (order.State.IsDoubtful()) return RefusalCode.InstrumentFrozen;
            if (!order.IsAsleep && Crosses(intent.Whole, order.Asked, last)) return RefusalCode.CrossesOwnOrder;
        }

        return count >= Limits.OpenOrdersMost && intent.Role == IntentRole.Entry ? RefusalCode.TooManyOpenOrders : RefusalCode.None;
    }

    /// <summary>A stop that has not fired is not in the book yet; a market order trades about the last price.</summary>
    public static bool Crosses(in OrderTerms terms, in OrderTerms other, Price last)
    {
        if (terms.Side == other.Side || terms.IsStop) return false;
        var (mine, theirs) = (terms.HasPrice ? terms.Price : last, other.HasPrice ? other.Price : last);
        return terms.Side == Side.Buy ? mine >= theirs : mine <= theirs;
    }

    /// <summary>Stops and targets stand on the tick, on the sides where they belong.</summary>
    public static RefusalCode Bracket(in IntentTerms intent, Instrument instrument, in MarketNow now)
    {
        if (intent.Trail != default && intent.Stop == default) return RefusalCode.BracketNotAllowed;
        var own = intent.Whole.HasPrice ? intent.Whole.Price : intent.Whole.IsStop ? intent.Whole.Trigger : now.Last;
        var reference = now.Watched is null ? own : now.WatchedLast;
        var sign = now.Watched is null ? intent.Whole.Side.Sign() : now.WatchedWay;
        var stepped = now.Watched ?? instrument;
        return IsOn(intent.Stop, -sign) && IsOn(intent.Target, sign) && IsPrice(intent.Trail)
            ? RefusalCode.None
            : RefusalCode.BracketNotAllowed;

        bool IsOn(Price price, int way) => price == default || (IsPrice(price) && (price.Scaled - reference.Scaled) * way > 0);

        bool IsPrice(Price price) => price <= Price.Max && OrderFit.IsOnTick(stepped, price);
    }

    private RefusalCode CheckEntry(in IntentTerms intent, Instrument instrument, Account account, in MarketNow now)
    {
        var terms = intent.Whole;
        if (now.IsReduceOnly) return RefusalCode.ReduceOnly;
        if (!HasCharges(instrument, now.Clock.IndiaDate)) return RefusalCode.ChargesUnknown;
        if (terms.Product == Product.Mis && now.IsSquaredOff) return RefusalCode.SquareOffPassed;
        if (terms is { Product: Product.Cnc, Side: Side.Sell } && terms.Quantity.Units > Deliverable(account, KeyOf(intent, instrument)))
            return RefusalCode.NotInHoldings;
        return CheckSize(terms, account.Rules, now);
    }

    private bool HasCharges(Instrument instrument, DateOnly day)
    {
        if (ChargeSegments.Of(instrument) is not { } segment) return false;
        var key = (day, instrument.Hours.Exchange, segment);
        if (!_hasCharges.TryGetValue(key, out var has))
            _hasCharges.Add(key, has = HasRates(instrument, segment, day));
        return has;
    }

    /// <summary>Whether charges of the day are known, without which nothing can be said of its cost.</summary>
    public static bool HasRates(Instrument instrument, ChargeSegment segment, DateOnly day) =>
        ChargeRates.BuiltIn.Refusal(day, instrument.Hours.Exchange, segment).Length == 0;

    /// <summary>No order of an account may be larger, whatever its limits.</summary>
    public static RefusalCode CheckSize(in OrderTerms terms, AccountRules rules, in MarketNow now)
    {
        if (terms.Quantity > rules.QuantityMost) return RefusalCode.QuantityAboveCap;
        var price = terms.HasPrice ? terms.Price : now.Last;
        return terms.Quantity.Units > rules.ValueMost.Scaled / price.Scaled ? RefusalCode.ValueAboveCap : RefusalCode.None;
    }

    private static PositionKey KeyOf(in IntentTerms intent, Instrument instrument) => new(instrument.Id, intent.Whole.Product, intent.Run);

    /// <summary>Shares of the book less those that open orders may sell already.</summary>
    private long Deliverable(Account account, in PositionKey key) =>
        (account.Find(key)?.Units ?? 0) - orders.AtRisk(account.Id, key, Side.Sell);
}
