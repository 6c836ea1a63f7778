using System.Runtime.InteropServices;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Risk;

/// <summary>
/// What a scope may hold in the worst case, whichever of its orders are filled and whichever of its positions are left. Nothing is
/// allocated once it has grown.
/// </summary>
/// <param name="values">What books are worth.</param>
internal sealed class Exposure(BookValues values)
{
    private readonly Dictionary<PositionKey, int> _places = [];
    private readonly List<ExposedBook> _books = [];

    /// <summary>Whether something was counted that has no price, so that no sum says anything.</summary>
    public bool IsUnpriced => values.IsUnpriced;

    /// <summary>Whether a price has moved since the last sums.</summary>
    public bool HasMoved => values.HaveMoved(Books);

    private Span<ExposedBook> Books => CollectionsMarshal.AsSpan(_books);

    /// <summary>Counts what the scope holds and has ordered, unknown orders too.</summary>
    public void Count(Account account, RiskScope scope, OrderList orders)
    {
        Begin();
        foreach (var position in account.Positions)
        {
            if (!position.IsFlat && scope.Holds(position.Key.Run))
                Hold(position.Key, position.Units, position.LastAt == default ? default : position.Last);
        }

        foreach (var order in orders.Unsettled)
        {
            if (order.Account == account.Id && scope.Holds(order.Key.Run)) Add(order.Key, order.Terms.Side, order.AtRisk.Units);
        }
    }

    /// <summary>Nothing is counted.</summary>
    public void Begin()
    {
        _places.Clear();
        _books.Clear();
    }

    /// <summary>Counts a position that is held, and what it was last marked at; 0 when it was not.</summary>
    public void Hold(in PositionKey key, long units, Price last)
    {
        ref var book = ref BookOf(key);
        (book.Units, book.Last) = (units, last);
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
    public ExposureSums SumsOf(InstrumentId focus, Price atLeast) => values.SumsOf(Books, focus, atLeast);

    /// <summary>The sums of all that was counted, with the largest instrument and the largest underlying.</summary>
    public void Largest(out ExposureSums sums) => values.Largest(Books, out sums);

    /// <summary>
    /// What an amount of units counts for: the price, and for a sold option its strike, for its premium says nothing of what it can cost.
    /// </summary>
    public static Money ValueOf(Instrument instrument, long units, Price price)
    {
        var isSoldOption = units < 0 && instrument.Kind is InstrumentKind.Call or InstrumentKind.Put;
        return (isSoldOption && instrument.Strike > price ? instrument.Strike : price) * new Quantity(Math.Abs(units));
    }

    private ref ExposedBook BookOf(in PositionKey key)
    {
        if (!_places.TryGetValue(key, out var place))
        {
            place = _places.Count;
            _places.Add(key, place);
            _books.Add(new ExposedBook { Key = key, Underlying = values.UnderlyingOf(key.Instrument) });
        }

        return ref Books[place];
    }
}
