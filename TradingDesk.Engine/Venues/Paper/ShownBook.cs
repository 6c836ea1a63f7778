using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Venues.Paper;

/// <summary>The newest book of an instrument and what of it is still there after the desk's own orders took from it.</summary>
internal struct ShownBook
{
    private Depth _shown;
    private Depth _left;

    /// <summary>Takes in a newer book; one that is older, crossed or out of order is not believed.</summary>
    public bool Show(in Depth depth)
    {
        if (depth.Time <= _shown.Time || !IsSound(depth)) return false;
        _shown = _left = depth;
        return true;
    }

    /// <summary>Whether it is of that session and not too old to trade on.</summary>
    public readonly bool IsFresh(in TradingSession session, Instant at, int secondsMost) =>
        session.Contains(at) && session.Contains(_shown.Time) && at <= _shown.Time.PlusSeconds(secondsMost);

    /// <summary>Takes from the best level of the other side that is within the limit and has a lot left.</summary>
    public bool TryTake(Side side, Price limit, Quantity most, int lot, out Price price, out Quantity taken)
    {
        ref var levels = ref side == Side.Buy ? ref _left.Offers : ref _left.Bids;
        (price, taken) = (default, default);
        for (var place = 0; place < Depth.Levels; place++)
        {
            price = _left.PriceOf(levels[place]);
            var units = Math.Min(levels[place].Quantity, most.Units);
            units -= units % lot;
            if (units <= 0) continue;
            if (!IsWithin(side, price, limit)) return false;
            levels[place] = levels[place] with { Quantity = levels[place].Quantity - (int)units };
            taken = new Quantity(units);
            return true;
        }

        return false;
    }

    /// <summary>Whether all five levels are within the limit: what stands behind them would be taken too, but cannot be seen.</summary>
    public readonly bool EndsWithin(Side side, Price limit)
    {
        var levels = side == Side.Buy ? _shown.Offers : _shown.Bids;
        var last = levels[Depth.Levels - 1];
        return last.Quantity > 0 && IsWithin(side, _shown.PriceOf(last), limit);
    }

    /// <summary>Units shown at a price of the order's own side; out of sight behind five levels.</summary>
    public readonly long QuantityAt(Side side, Price price)
    {
        var levels = side == Side.Buy ? _shown.Bids : _shown.Offers;
        var isFull = true;
        foreach (var level in levels)
        {
            if (level.Quantity <= 0) isFull = false;
            else if (_shown.PriceOf(level) == price) return level.Quantity;
        }

        var isBehind = isFull && IsWithin(side, price, _shown.PriceOf(levels[Depth.Levels - 1]));
        return isBehind ? PaperOrder.OutOfSight : 0;
    }

    private static bool IsWithin(Side side, Price price, Price limit) => side == Side.Buy ? price <= limit : price >= limit;

    /// <summary>Whether prices get worse from level to level and no bid reaches an offer.</summary>
    private static bool IsSound(in Depth depth) =>
        IsInOrder(depth, depth.Bids, Side.Sell, out var bid) && IsInOrder(depth, depth.Offers, Side.Buy, out var offer)
        && (bid == default || offer == default || bid < offer);

    /// <param name="depth">The book.</param>
    /// <param name="levels">One side of it.</param>
    /// <param name="taker">The side that would take from it.</param>
    /// <param name="best">Its best price; 0 when it is empty.</param>
    private static bool IsInOrder(in Depth depth, in DepthSide levels, Side taker, out Price best)
    {
        (best, var before) = (default, default(Price));
        foreach (var level in levels)
        {
            if (level.Quantity == 0) continue;
            var price = depth.PriceOf(level);
            if (level.Quantity < 0 || price.Scaled <= 0 || price > Price.Max) return false;
            if (best == default) best = price;
            else if (IsWithin(taker, price, before)) return false;
            before = price;
        }

        return true;
    }
}
