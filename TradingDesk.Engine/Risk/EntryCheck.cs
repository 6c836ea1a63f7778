using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Risk;

/// <summary>
/// Whether limits and state of a scope let an entry through: the same for an account and for a run. The first that does not is the
/// reason; what an entry does not make worse is never held against it.
/// </summary>
internal sealed class EntryCheck(Exposure exposure)
{
    /// <summary>Judges by the scope's own limits what it has been counted to hold; without any nothing may be entered.</summary>
    public RefusalCode Judge(in EntryWanted wanted, in EntryScope scope, in MarketNow now)
    {
        var limits = scope.Limits ?? RiskLimits.None;
        var isSmaller = !exposure.Opens(wanted.Key, wanted.Terms.Side, wanted.More);
        if (scope.State == RiskState.Halted || (scope.State == RiskState.ReduceOnly && !isSmaller)) return scope.Why;
        if (isSmaller) return CheckTerms(wanted, limits, now);
        if (!limits.IsWhole) return RefusalCode.LimitMissing;
        var before = exposure.SumsOf(wanted.Instrument.Id, PriceOf(wanted, now));
        if (exposure.IsUnpriced) return RefusalCode.PositionUnpriced;
        exposure.Add(wanted.Key, wanted.Terms.Side, wanted.More);
        var after = exposure.SumsOf(wanted.Instrument.Id, PriceOf(wanted, now));
        var refusal = CheckChoice(wanted, limits, now);
        if (refusal == RefusalCode.None) refusal = CheckTerms(wanted, limits, now);
        if (refusal == RefusalCode.None) refusal = CheckCounts(wanted, scope, limits);
        return refusal == RefusalCode.None ? CheckSums(before, after, limits) : refusal;
    }

    /// <summary>Two books of one account never trade against each other where its venue forbids that.</summary>
    public static RefusalCode JudgeBooks(in EntryWanted wanted, Account account, OrderList orders)
    {
        if (account.Rules.AllowsOpposingBooks) return RefusalCode.None;
        var way = wanted.Terms.Side.Sign();
        foreach (var position in account.Positions)
        {
            var isOther = position.Instrument == wanted.Instrument.Id && position.Key.Run != wanted.Key.Run;
            if (isOther && Math.Sign(position.Units) == -way) return RefusalCode.OpposingBooks;
        }

        foreach (var order in orders.Unsettled)
        {
            var isOther = order.Account == account.Id && order.Instrument == wanted.Instrument.Id && order.Key.Run != wanted.Key.Run;
            if (isOther && order.Role == IntentRole.Entry && order.Terms.Side != wanted.Terms.Side) return RefusalCode.OpposingBooks;
        }

        return RefusalCode.None;
    }

    private static RefusalCode CheckChoice(in EntryWanted wanted, RiskLimits limits, in MarketNow now)
    {
        if (!limits.Allows(wanted.Terms.Product)) return RefusalCode.ProductNotInLimits;
        if (!limits.Allows(now.Clock.IndiaTime)) return RefusalCode.TimeNotInLimits;
        var isListed = limits.Instruments.Length == 0 || limits.AllowsInstrument(wanted.Instrument.Key);
        return isListed ? RefusalCode.None : RefusalCode.InstrumentNotInLimits;
    }

    /// <summary>What a slip of the fingers looks like, too large or far from the price; making a position smaller can be one too.</summary>
    private static RefusalCode CheckTerms(in EntryWanted wanted, RiskLimits limits, in MarketNow now)
    {
        if (limits.PriceAgeSeconds is { } seconds && now.LastAge > seconds * 1_000L) return RefusalCode.PriceTooOld;
        var terms = wanted.Terms;
        var points = limits.CollarBasisPoints ?? int.MaxValue;
        if (IsAway(terms.Price, now.Last, points) || IsAway(terms.Trigger, now.Last, points)) return RefusalCode.OutsideCollar;
        if (limits.OrderUnits is { } most && terms.Quantity.Units > most) return RefusalCode.QuantityAboveCap;
        if (limits.OrderValue is { } value && PriceOf(wanted, now) * terms.Quantity > value) return RefusalCode.ValueAboveCap;
        return RefusalCode.None;
    }

    private static bool IsAway(Price price, Price last, int basisPoints) =>
        price != default && (Int128)Math.Abs(price.Scaled - last.Scaled) * 10_000 > (Int128)last.Scaled * basisPoints;

    private static RefusalCode CheckCounts(in EntryWanted wanted, in EntryScope scope, RiskLimits limits)
    {
        if (wanted.Orders == 0) return RefusalCode.None;
        if (scope.Trades >= limits.TradesPerDay) return RefusalCode.TradesLimit;
        return scope.OpenOrders + wanted.Orders > limits.OpenOrders ? RefusalCode.OpenOrdersLimit : RefusalCode.None;
    }

    private static RefusalCode CheckSums(in ExposureSums before, in ExposureSums after, RiskLimits limits)
    {
        if (IsOver(before.Position, after.Position, limits.PositionValue)) return RefusalCode.PositionLimit;
        if (IsOver(before.Underlying, after.Underlying, limits.UnderlyingValue)) return RefusalCode.UnderlyingLimit;
        if (IsOver(before.Gross, after.Gross, limits.GrossValue)) return RefusalCode.GrossLimit;
        return IsOver(before.Net, after.Net, limits.NetValue) ? RefusalCode.NetLimit : RefusalCode.None;
    }

    private static bool IsOver(Money before, Money after, Money? most) => after > before && after > most;

    /// <summary>The worse of its own price and the market's.</summary>
    private static Price PriceOf(in EntryWanted wanted, in MarketNow now)
    {
        var own = wanted.Terms.HasPrice ? wanted.Terms.Price : wanted.Terms.Trigger;
        return own > now.Last ? own : now.Last;
    }
}
