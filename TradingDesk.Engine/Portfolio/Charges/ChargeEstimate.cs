using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Portfolio.Charges;

/// <summary>
/// What an order would cost in charges on a note of its own, if it filled whole at one price. It looks a day's rates up once and writes
/// on the same notes again, for every order that is given is estimated; of one thread.
/// </summary>
internal sealed class ChargeEstimate
{
    private readonly Dictionary<(Exchange, ChargeSegment), ChargeNote?> _notes = [];
    private DateOnly _day;

    /// <summary>Nothing where the rates are not known, which the gate refuses.</summary>
    public Money Of(Instrument instrument, in OrderTerms terms, Price price, Quantity slice, DateOnly day)
    {
        if (slice.Units <= 0 || terms.Quantity.Units / slice.Units > Limits.SlicesMost) return default;
        if (ChargeSegments.Of(instrument) is not { } segment) return default;
        if (NoteOf(instrument.Hours.Exchange, segment, day) is not { } note) return default;
        note.Clear();
        for (var (left, place) = (terms.Quantity.Units, 1); left > 0; left -= slice.Units, place++)
        {
            var units = new Quantity(Math.Min(left, slice.Units));
            note.Add(new OrderId(1, place), instrument.Id, terms.Side, terms.Product, units, price);
        }

        return note.Lines.Total;
    }

    private ChargeNote? NoteOf(Exchange exchange, ChargeSegment segment, DateOnly day)
    {
        if (_day != day) _notes.Clear();
        _day = day;
        if (_notes.TryGetValue((exchange, segment), out var known)) return known;
        var note = ChargeRates.BuiltIn.On(day, exchange, segment) is { } schedule ? new ChargeNote(schedule) : null;
        _notes.Add((exchange, segment), note);
        return note;
    }
}
