using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Strategies;

namespace TradingDesk.Tests.Engine.Strategies;

/// <summary>A run's book where a wish that is sure enough comes true at the candle's close, and stops and targets at their touch.</summary>
internal sealed class WishBook(double minConfidence)
{
    private long _session;
    private double _stop;
    private double _target;
    private double _trail;

    public StrategyBook Book { get; private set; }

    /// <summary>Positions that were opened.</summary>
    public int Entries { get; private set; }

    /// <summary>What all that was left has made, in rupees for one unit, without charges.</summary>
    public double Made { get; private set; }

    /// <summary>What the candle does before it closes: the day changes, a stop or a target is touched, the stop is drawn after.</summary>
    public void Begin(in CandleValues candle)
    {
        if (candle.SessionOpen != _session) Book = Book with { EntriesToday = 0 };
        _session = candle.SessionOpen;
        if (Book.Way == 0) return;
        var (worst, best) = Book.Way > 0 ? (candle.Low, candle.High) : (candle.High, candle.Low);
        if (_stop > 0 && (worst - _stop) * Book.Way <= 0) Leave(_stop);
        else if (_target > 0 && (best - _target) * Book.Way >= 0) Leave(_target);
        else if (_trail != 0 && (best - (Book.Way * _trail) - _stop) * Book.Way > 0) _stop = best - (Book.Way * _trail);
    }

    public void Take(in CandleValues candle, ReadOnlySpan<Wish> wishes)
    {
        foreach (ref readonly var wish in wishes)
        {
            if (wish.Confidence < minConfidence) continue;
            if (wish.Kind == WishKind.Enter) Enter(candle, wish);
            else if (wish.Kind == WishKind.Exit && Book.Way != 0) Leave(candle.Close);
        }
    }

    private void Enter(in CandleValues candle, in Wish wish)
    {
        if (Book.Way == wish.Side.Sign()) return;
        if (Book.Way != 0) Leave(candle.Close);
        Entries++;
        (_stop, _target, _trail) = (wish.Stop, wish.Target, wish.Trail);
        Book = Book with
        {
            Way = wish.Side.Sign(),
            EntryPrice = candle.Close,
            EnteredAt = candle.Start,
            EntriesToday = Book.EntriesToday + 1,
        };
    }

    private void Leave(double price)
    {
        Made += (price - Book.EntryPrice) * Book.Way;
        Book = Book with { Way = 0, EntryPrice = 0, EnteredAt = 0 };
    }
}
