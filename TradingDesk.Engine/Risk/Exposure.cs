using System.Runtime.InteropServices;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Risk;

/// <summary>
/// What a scope may hold in the worst case, whichever of its orders are filled and whichever of its positions are left: every book
/// between the most it can have bought and the most it can have sold. One at a time; nothing is allocated once it has grown.
/// </summary>
/// <param name="instruments">Everything that can be held.</param>
/// <param name="orders">Every order that may still move a position, unknown ones too.</param>
/// <param name="lastOf">The newest price of an instrument; 0 without one.</param>
internal sealed class Exposure(InstrumentTable instruments, OrderList orders, Func<InstrumentId, Price> lastOf)
{
    private readonly Underlyings _underlyings = new(instruments);
    private readonly Dictionary<PositionKey, int> _places = [];
    private readonly List<Book> _books = [];
    private readonly long[] _long = new long[instruments.Count];
    private readonly long[] _short = new long[instruments.Count];
    private readonly long[] _byUnderlying = new long[instruments.Count];

    /// <summary>Whether something was counted that has no price, so that no sum says anything.</summary>
    public bool IsUnpriced { get; private set; }

    /// <summary>Counts what the scope holds and has ordered.</summary>
    public void Count(Account account, RiskScope scope)
    {
        _places.Clear();
        _books.Clear();
        foreach (var position in account.Positions)
        {
            if (position.IsFlat || !scope.Holds(position.Key.Run)) continue;
            ref var book = ref BookOf(position.Key);
            book.Units = position.Units;
            if (position.LastAt != default) book.Last = position.Last;
        }

        foreach (var order in orders.Unsettled)
        {
            if (order.Account == account.Id && scope.Holds(order.Key.Run)) Add(order.Key, order.Terms.Side, order.AtRisk.Units);
        }
    }

    /// <summary>Counts an order that is not there yet, or units that a change adds to one.</summary>
    public void Add(in PositionKey key, Side side, long units)
    {
        ref var book = ref BookOf(key);
        if (side == Side.Buy) book.Buys += units;
        else book.Sells += units;
    }

    /// <summary>Whether so many units more could open or enlarge a position, instead of only making one smaller.</summary>
    public bool Opens(in PositionKey key, Side side, long units)
    {
        ref var book = ref BookOf(key);
        return side == Side.Buy ? book.Units + book.Buys + units > 0 : book.Units - book.Sells - units < 0;
    }

    /// <summary>The sums of all that was counted; of one instrument and of its underlying, valued at no less than that price.</summary>
    public ExposureSums SumsOf(InstrumentId focus, Price atLeast)
    {
        var (gross, net) = Fill(focus, atLeast);
        var position = new Money(Math.Max(_long[focus.Index], _short[focus.Index]));
        return new ExposureSums(position, new Money(_byUnderlying[_underlyings[focus]]), gross, net);
    }

    /// <summary>The sums of all that was counted, with the largest instrument and the largest underlying.</summary>
    public ExposureSums Largest()
    {
        var (gross, net) = Fill(default, default);
        var (position, underlying) = (0L, 0L);
        foreach (var book in _books)
        {
            position = Math.Max(position, Math.Max(_long[book.Key.Instrument.Index], _short[book.Key.Instrument.Index]));
            underlying = Math.Max(underlying, _byUnderlying[_underlyings[book.Key.Instrument]]);
        }

        return new ExposureSums(new Money(position), new Money(underlying), gross, net);
    }

    /// <summary>
    /// What an amount of units counts for: the price, and for a sold option its strike, for its premium says nothing of what it can cost.
    /// </summary>
    public static Money ValueOf(Instrument instrument, long units, Price price)
    {
        var isSoldOption = units < 0 && instrument.Kind is InstrumentKind.Call or InstrumentKind.Put;
        return (isSoldOption && instrument.Strike > price ? instrument.Strike : price) * new Quantity(Math.Abs(units));
    }

    private (Money Gross, Money Net) Fill(InstrumentId focus, Price atLeast)
    {
        foreach (var book in _books) Clear(book.Key.Instrument);
        Clear(focus);
        var (gross, up, down) = (0L, 0L, 0L);
        IsUnpriced = false;
        foreach (var book in _books)
        {
            var id = book.Key.Instrument;
            var instrument = instruments[id];
            var price = lastOf(id) is { Scaled: > 0 } last ? last : book.Last;
            IsUnpriced |= price == default;
            if (id == focus && atLeast > price) price = atLeast;
            var bought = ValueOf(instrument, Math.Max(0, book.Units + book.Buys), price).Scaled;
            var sold = ValueOf(instrument, Math.Min(0, book.Units - book.Sells), price).Scaled;
            _long[id.Index] += bought;
            _short[id.Index] += sold;
            _byUnderlying[_underlyings[id]] += Math.Max(bought, sold);
            gross += Math.Max(bought, sold);
            // A put gains when its underlying falls.
            up += instrument.Kind == InstrumentKind.Put ? sold : bought;
            down += instrument.Kind == InstrumentKind.Put ? bought : sold;
        }

        return (new Money(gross), new Money(Math.Max(up, down)));
    }

    private void Clear(InstrumentId id) => (_long[id.Index], _short[id.Index], _byUnderlying[_underlyings[id]]) = (0, 0, 0);

    private ref Book BookOf(in PositionKey key)
    {
        if (!_places.TryGetValue(key, out var place))
        {
            place = _places.Count;
            _places.Add(key, place);
            _books.Add(new Book { Key = key });
        }

        return ref CollectionsMarshal.AsSpan(_books)[place];
    }

    /// <summary>One book of one instrument in one product: what it has, and what it may buy and sell yet.</summary>
    private struct Book
    {
        public PositionKey Key;
        public long Units;
        public long Buys;
        public long Sells;

        /// <summary>What the position was last marked at; 0 when it was not.</summary>
        public Price Last;
    }
}
