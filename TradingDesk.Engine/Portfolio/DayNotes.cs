using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio.Charges;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Portfolio;

/// <summary>
/// An account's contract notes of one day, one for each exchange and segment it traded on. What a position's trades would cost on a note
/// of their own is kept beside them, to share the true total out.
/// </summary>
internal sealed class DayNotes
{
    private const long Paisa = Price.Scale / 100;

    private readonly Dictionary<(Exchange, ChargeSegment), ChargeNote> _notes = [];
    private readonly Dictionary<PositionKey, ChargeNote> _owns = [];
    private readonly Dictionary<PositionKey, Money> _shares = [];
    private readonly List<PositionKey> _inOrder = [];
    private DateOnly _day;

    public Money Total { get; private set; }

    public void Begin(DateOnly day)
    {
        _notes.Clear();
        _owns.Clear();
        _shares.Clear();
        _inOrder.Clear();
        (_day, Total) = (day, default);
    }

    /// <summary>A trade whose rates are not known costs nothing here; the gate lets none of those begin.</summary>
    public void Add(in AccountTrade trade, Instrument instrument, long unitsBefore)
    {
        if (NoteOf(instrument) is not { } note) return;
        var key = trade.Position;
        if (!_owns.TryGetValue(key, out var own))
        {
            _owns.Add(key, own = new ChargeNote(note.Schedule));
            _inOrder.Add(key);
        }

        Put(note, trade, instrument, unitsBefore);
        Put(own, trade, instrument, unitsBefore);
        Share();
    }

    /// <summary>The position's part of the total, by what it would cost alone; the parts sum to the total to the paisa.</summary>
    public Money ShareOf(in PositionKey position) => _shares.GetValueOrDefault(position);

    /// <summary>What expires is no order: bought options are taxed on what they were worth, all else costs nothing more.</summary>
    private static void Put(ChargeNote note, in AccountTrade trade, Instrument instrument, long unitsBefore)
    {
        if (!trade.Order.IsNone) note.Add(trade.Order, instrument.Id, trade.Side, trade.Position.Product, trade.Quantity, trade.Price);
        else if (note.Schedule.Segment == ChargeSegment.Options && unitsBefore > 0) note.AddExercise(trade.Price * trade.Quantity);
    }

    private ChargeNote? NoteOf(Instrument instrument)
    {
        if (ChargeSegments.Of(instrument) is not { } segment) return null;
        var exchange = instrument.Hours.Exchange;
        if (_notes.TryGetValue((exchange, segment), out var known)) return known;
        if (ChargeRates.BuiltIn.On(_day, exchange, segment) is not { } schedule) return null;
        var note = new ChargeNote(schedule);
        _notes.Add((exchange, segment), note);
        return note;
    }

    private void Share()
    {
        Total = default;
        foreach (var note in _notes.Values) Total += note.Lines.Total;
        var alone = 0L;
        foreach (var key in _inOrder) alone += _owns[key].Lines.Total.Scaled;
        var (paise, left) = (Total.Scaled / Paisa, Total.Scaled / Paisa);
        foreach (var key in _inOrder)
        {
            var share = alone == 0 ? 0 : (long)((Int128)paise * _owns[key].Lines.Total.Scaled / alone);
            _shares[key] = new Money(share * Paisa);
            left -= share;
        }

        // Fewer paise are left than there are positions; the first ones take one each.
        for (var place = 0; left > 0 && place < _inOrder.Count; place++, left--) _shares[_inOrder[place]] += new Money(Paisa);
    }
}
