using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Risk;

/// <summary>
/// Values books at the newest prices: every book between the most it can have bought and the most it can have sold, summed by instrument,
/// by underlying and in all. One at a time; nothing is allocated.
/// </summary>
/// <param name="instruments">Everything that can be held.</param>
/// <param name="lastOf">The newest price of an instrument; 0 without one.</param>
internal sealed class BookValues(InstrumentTable instruments, Func<InstrumentId, Price> lastOf)
{
    private readonly Underlyings _underlyings = new(instruments);
    private readonly long[] _long = new long[instruments.Count];
    private readonly long[] _short = new long[instruments.Count];
    private readonly long[] _byUnderlying = new long[instruments.Count];

    /// <summary>Whether something that was valued last has no price, so that no sum says anything.</summary>
    public bool IsUnpriced { get; private set; }

    public int UnderlyingOf(InstrumentId id) => _underlyings[id];

    /// <summary>Whether a price is another than the one its book was last valued at.</summary>
    public bool HaveMoved(ReadOnlySpan<ExposedBook> books)
    {
        foreach (ref readonly var book in books)
        {
            if (PriceOf(book) != book.Valued) return true;
        }

        return false;
    }

    /// <summary>The sums of one instrument and of its underlying, valued at no less than that price.</summary>
    public ExposureSums SumsOf(Span<ExposedBook> books, InstrumentId focus, Price atLeast)
    {
        var (gross, net) = Fill(books, focus, atLeast);
        var position = new Money(Math.Max(_long[focus.Index], _short[focus.Index]));
        return new ExposureSums(position, new Money(_byUnderlying[_underlyings[focus]]), gross, net);
    }

    /// <summary>The sums with the largest instrument and the largest underlying.</summary>
    public void Largest(Span<ExposedBook> books, out ExposureSums sums)
    {
        var (gross, net) = Fill(books, default, default);
        var (position, underlying) = (0L, 0L);
        foreach (ref readonly var book in books)
        {
            var id = book.Key.Instrument;
            position = Math.Max(position, Math.Max(_long[id.Index], _short[id.Index]));
            underlying = Math.Max(underlying, _byUnderlying[book.Underlying]);
        }

        sums = new ExposureSums(new Money(position), new Money(underlying), gross, net);
    }

    private (Money Gross, Money Net) Fill(Span<ExposedBook> books, InstrumentId focus, Price atLeast)
    {
        foreach (ref readonly var book in books) Clear(book.Key.Instrument, book.Underlying);
        Clear(focus, _underlyings[focus]);
        var (gross, up, down) = (0L, 0L, 0L);
        IsUnpriced = false;
        foreach (ref var book in books)
        {
            var id = book.Key.Instrument;
            var instrument = instruments[id];
            var price = book.Valued = PriceOf(book);
            IsUnpriced |= price == default;
            if (id == focus && atLeast > price) price = atLeast;
            var bought = Exposure.ValueOf(instrument, Math.Max(0, book.Units + book.Buys), price).Scaled;
            var sold = Exposure.ValueOf(instrument, Math.Min(0, book.Units - book.Sells), price).Scaled;
            _long[id.Index] += bought;
            _short[id.Index] += sold;
            _byUnderlying[book.Underlying] += Math.Max(bought, sold);
            gross += Math.Max(bought, sold);
            // A put gains when its underlying falls.
            up += instrument.Kind == InstrumentKind.Put ? sold : bought;
            down += instrument.Kind == InstrumentKind.Put ? bought : sold;
        }

        return (new Money(gross), new Money(Math.Max(up, down)));
    }

    private Price PriceOf(in ExposedBook book) => lastOf(book.Key.Instrument) is { Scaled: > 0 } last ? last : book.Last;

    private void Clear(InstrumentId id, int underlying) => (_long[id.Index], _short[id.Index], _byUnderlying[underlying]) = (0, 0, 0);
}
