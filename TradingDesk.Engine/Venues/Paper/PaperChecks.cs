using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Venues.Paper;

/// <summary>What a broker and an exchange refuse about an order's terms, whatever the desk judged: the first finding counts.</summary>
internal static class PaperChecks
{
    /// <summary>The most units of one order, a crore less one: the number of a fill has room for no more.</summary>
    public const long UnitsMost = 9_999_999;

    public static RefusalCode Refuse(in OrderTerms terms, Instrument instrument, Price previousClose, DateOnly today)
    {
        if (instrument.Kind == InstrumentKind.Index) return RefusalCode.IndexNotTraded;
        if (instrument.Expiry < today) return RefusalCode.ContractExpired;
        if (terms.Quantity.Units <= 0) return RefusalCode.QuantityNotAllowed;
        if (terms.Quantity.Units % instrument.Lot != 0) return RefusalCode.NotWholeLots;
        var most = instrument.Freeze > 0 ? Math.Min(instrument.Freeze, UnitsMost) : UnitsMost;
        if (terms.Quantity.Units > most) return RefusalCode.VenueFreeze;
        if (terms is { Validity: Validity.Ioc, IsStop: true }) return RefusalCode.ValidityNotAllowed;
        return RefusePrices(terms, instrument, previousClose);
    }

    private static RefusalCode RefusePrices(in OrderTerms terms, Instrument instrument, Price previousClose)
    {
        if (terms.HasPrice && terms.Price.Scaled <= 0) return RefusalCode.PriceNotAllowed;
        if (terms.HasPrice && terms.Price.Scaled % instrument.Tick.Scaled != 0) return RefusalCode.PriceOffTick;
        if (terms.IsStop && terms.Trigger.Scaled <= 0) return RefusalCode.TriggerNotAllowed;
        if (terms.IsStop && terms.Trigger.Scaled % instrument.Tick.Scaled != 0) return RefusalCode.TriggerOffTick;
        var isOutside = (terms.HasPrice && !PriceBand.Contains(instrument, previousClose, terms.Price))
            || (terms.IsStop && !PriceBand.Contains(instrument, previousClose, terms.Trigger));
        return isOutside ? RefusalCode.VenueBand : RefusalCode.None;
    }
}
