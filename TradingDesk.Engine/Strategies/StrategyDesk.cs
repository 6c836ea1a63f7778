using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Strategies;

/// <summary>
/// All that a strategy sees besides candles, and the pad it writes its wishes on: it reaches no venue, no clock and no other strategy.
/// </summary>
internal sealed class StrategyDesk
{
    /// <summary>Wishes of one candle; more are none of a strategy that knows what it wants, and it is benched.</summary>
    public const int WishesMost = 4;

    private readonly Wish[] _wishes = new Wish[WishesMost];
    private int _count;

    /// <summary>What the run's book holds now.</summary>
    public StrategyBook Book { get; private set; }

    /// <summary>The way the signal instrument must go for what is held to gain: 1, -1, or 0 when nothing is held.</summary>
    public int Way => Book.Way;

    /// <summary>Whether it wished for more than the pad holds.</summary>
    public bool IsOverfull { get; private set; }

    public ReadOnlySpan<Wish> Wishes => _wishes.AsSpan(0, _count);

    /// <summary>Wants to hold the run's quantity on that side. A stop, a target and a trail are prices of the signal instrument.</summary>
    public void Enter(
        Side side, double confidence, int reason, ReadOnlySpan<double> values, double stop = 0, double target = 0, double trail = 0)
    {
        ref var wish = ref Next(WishKind.Enter, side, confidence, reason, values);
        (wish.Share, wish.Stop, wish.Target, wish.Trail) = (1, stop, target, trail);
    }

    /// <summary>Wants to hold a part of the run's quantity on that side, from 0 to 1.</summary>
    public void Aim(Side side, double share, double confidence, int reason, ReadOnlySpan<double> values) =>
        Next(WishKind.Aim, side, confidence, reason, values).Share = share;

    /// <summary>Wants to hold nothing.</summary>
    public void Exit(double confidence, int reason, ReadOnlySpan<double> values) =>
        Next(WishKind.Exit, Way < 0 ? Side.Buy : Side.Sell, confidence, reason, values);

    /// <summary>Wants the stop of what is held at another price of the signal instrument.</summary>
    public void Protect(double stop, double confidence, int reason, ReadOnlySpan<double> values) =>
        Next(WishKind.Protect, Way < 0 ? Side.Buy : Side.Sell, confidence, reason, values).Stop = stop;

    /// <summary>A clean pad for the next candle, with what the book holds now.</summary>
    public void Begin(in StrategyBook book) => (_count, IsOverfull, Book) = (0, false, book);

    private ref Wish Next(WishKind kind, Side side, double confidence, int reason, ReadOnlySpan<double> values)
    {
        if (_count == WishesMost) IsOverfull = true;
        else _count++;
        ref var wish = ref _wishes[_count - 1];
        wish = new Wish { Kind = kind, Side = side, Confidence = confidence, Reason = reason };
        wish.Count = Math.Min(values.Length, WishValues.Most);
        values[..wish.Count].CopyTo(wish.Values);
        return ref wish;
    }
}
