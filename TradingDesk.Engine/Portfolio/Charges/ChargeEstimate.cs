using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Portfolio.Charges;

/// <summary>What an order would cost in charges on a note of its own, if it filled whole at one price.</summary>
internal static class ChargeEstimate
{
    /// <summary>Nothing where the rates are not known, which the gate refuses.</summary>
    public static Money Of(Instrument instrument, in OrderTerms terms, Price price, Quantity slice, DateOnly day)
    {
        if (slice.Units <= 0 || terms.Quantity.Units / slice.Units > Limits.SlicesMost) return default;
        if (ChargeSegments.Of(instrument) is not { } segment) return default;
        if (ChargeRates.BuiltIn.On(day, instrument.Hours.Exchange, segment) is not { } schedule) return default;
        var note = new ChargeNote(schedule);
        for (var (left, place) = (terms.Quantity.Units, 1); left > 0; left -= slice.Units, place++)
        {
            var units = new Quantity(Math.Min(left, slice.Units));
            note.Add(new OrderId(1, place), instrument.Id, terms.Side, terms.Product, units, price);
        }

        return note.Lines.Total;
    }
}
