using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Trading;

/// <summary>
/// Puts the brackets that protect something on the board, each at a place of its own until it protects nothing. What a price moves is one
/// place; those beyond the board's places are held all the same and shown when one has become free.
/// </summary>
internal sealed class BracketBoard(TradingBook book, MoneyLevels levels)
{
    private readonly Dictionary<int, int> _places = [];
    private readonly Stack<int> _free = [];

    /// <summary>Those of one position: what happens to an order or a position changes no others.</summary>
    public void Show(AccountId account, in PositionKey key)
    {
        for (var place = 0; place < book.Brackets.Count; place++)
        {
            var bracket = book.Brackets.GetValueAtIndex(place);
            if (bracket.Account == account && bracket.Key == key) Show(bracket);
        }
    }

    public void ShowAll()
    {
        for (var place = 0; place < book.Brackets.Count; place++) Show(book.Brackets.GetValueAtIndex(place));
    }

    public void Show(Bracket bracket)
    {
        var isShown = _places.TryGetValue(bracket.Intent, out var place);
        if (bracket.Guarded.Units > 0)
        {
            if (!isShown && !TryTake(bracket.Intent, out place)) return;
            levels.Brackets.Write(place, LevelOf(bracket));
        }
        else if (isShown)
        {
            _places.Remove(bracket.Intent);
            _free.Push(place);
            levels.Brackets.Write(place, default);
        }
    }

    private bool TryTake(int intent, out int place)
    {
        if (!_free.TryPop(out place))
        {
            if (levels.BracketCount == levels.Brackets.Capacity) return false;
            place = levels.BracketCount++;
        }

        _places.Add(intent, place);
        return true;
    }

    private static BracketLevel LevelOf(Bracket bracket) => new()
    {
        Account = bracket.Account,
        Intent = bracket.Intent,
        Instrument = bracket.Instrument,
        Watched = bracket.Watched,
        Product = bracket.Key.Product,
        Run = bracket.Key.Run,
        Side = bracket.Side,
        HasFired = bracket.Fired != IntentRole.Entry,
        Way = bracket.Way,
        Guarded = bracket.Guarded,
        Stop = bracket.Stop,
        Target = bracket.Target,
        Trail = bracket.Trail,
    };
}
