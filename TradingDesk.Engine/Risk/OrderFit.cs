using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Risk;

/// <summary>Whether an order's terms fit its instrument and its account, whatever the market does.</summary>
internal static class OrderFit
{
    public static RefusalCode Check(in OrderTerms terms, Instrument instrument, AccountRules rules)
    {
        if (instrument.Kind == InstrumentKind.Index) return RefusalCode.IndexNotTraded;
        if (!Fits(terms.Product, instrument)) return RefusalCode.ProductNotAllowed;
        if (!rules.Allows(terms.Type)) return RefusalCode.OrderTypeNotAllowed;
        if (!rules.Allows(terms.Validity) || (terms.Validity == Validity.Ioc && terms.IsStop)) return RefusalCode.ValidityNotAllowed;
        if (terms.Quantity.Units <= 0) return RefusalCode.QuantityNotAllowed;
        if (terms.Quantity.Units > Tick.UnitsMost) return RefusalCode.QuantityAboveCap;
        if (terms.Quantity.Units % instrument.Lot != 0) return RefusalCode.NotWholeLots;
        return CheckPrices(terms, instrument);
    }

    /// <summary>The most units of one order: whole lots within the freeze quantity, or all where none is known.</summary>
    public static Quantity SliceOf(Instrument instrument, Quantity whole)
    {
        var most = instrument.Freeze / instrument.Lot * instrument.Lot;
        return most <= 0 || whole.Units <= most ? whole : new Quantity(most);
    }

    public static bool IsOnTick(Instrument instrument, Price price) => price.Scaled >= 0 && price.Scaled % instrument.Tick.Scaled == 0;

    private static bool Fits(Product product, Instrument instrument) => product switch
    {
        Product.Mis => true,
        Product.Cnc => instrument.Kind == InstrumentKind.Equity,
        Product.Nrml => instrument.Kind != InstrumentKind.Equity,
        _ => false,
    };

    private static RefusalCode CheckPrices(in OrderTerms terms, Instrument instrument)
    {
        if (terms.HasPrice != (terms.Price != default) || terms.Price.Scaled < 0 || terms.Price > Price.Max)
            return RefusalCode.PriceNotAllowed;
        if (!IsOnTick(instrument, terms.Price)) return RefusalCode.PriceOffTick;
        if (terms.IsStop != (terms.Trigger != default) || terms.Trigger.Scaled < 0 || terms.Trigger > Price.Max)
            return RefusalCode.TriggerNotAllowed;
        if (!IsOnTick(instrument, terms.Trigger)) return RefusalCode.TriggerOffTick;
        if (terms.Type != OrderType.StopLimit) return RefusalCode.None;
        var isAside = terms.Side == Side.Buy ? terms.Trigger > terms.Price : terms.Trigger < terms.Price;
        return isAside ? RefusalCode.TriggerNotAllowed : RefusalCode.None;
    }
}
