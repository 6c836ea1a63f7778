using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Web.Pages.Ticket;

/// <summary>What can be ordered of an instrument: its products, its lot, and what is traded in an index's place.</summary>
internal static class Tradable
{
    public static bool IsIndex(InstrumentLabel instrument) => InstrumentGroups.Of(instrument) == InstrumentGroup.Indices;

    public static bool IsDerivative(InstrumentLabel instrument) =>
        InstrumentGroups.Of(instrument) is InstrumentGroup.Futures or InstrumentGroup.Options;

    /// <summary>The products of its segment, first the one that a ticket begins with.</summary>
    public static IReadOnlyList<Product> Products(InstrumentLabel instrument) =>
        IsDerivative(instrument) ? [Product.Nrml, Product.Mis] : [Product.Cnc, Product.Mis];

    /// <summary>The nearest future of an index, null where the desk follows none.</summary>
    public static InstrumentLabel? FutureOf(InstrumentLabel index, IEnumerable<Quote> quotes, DateOnly today) => quotes
        .Select(quote => quote.Instrument)
        .Where(one => InstrumentGroups.Of(one) == InstrumentGroup.Futures && Underlying(one) == index.Symbol && !(one.Expiry < today))
        .MinBy(one => one.Expiry ?? DateOnly.MaxValue);

    /// <summary>`650 (10 lots)` for a derivative, `650` for shares.</summary>
    public static string Units(long units, InstrumentLabel instrument)
    {
        var text = Components.Foundation.IndianNumbers.Whole(units);
        if (!IsDerivative(instrument)) return text;
        return units % instrument.Lot == 0 ? $"{text} ({Lots(units / instrument.Lot)})" : text;
    }

    public static string Lots(long lots) =>
        $"{Components.Foundation.IndianNumbers.Whole(lots)} {(Math.Abs(lots) == 1 ? "lot" : "lots")}";

    private static string Underlying(InstrumentLabel future) =>
        string.Concat(future.Symbol.TakeWhile(letter => !char.IsAsciiDigit(letter)));
}
