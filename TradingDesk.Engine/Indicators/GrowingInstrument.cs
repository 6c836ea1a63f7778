using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Indicators;

/// <summary>
/// One instrument's rungs and indicators grown from stored pieces, as a cold desk grows them; what a snapshot restored goes on from where
/// it stands. Desks start from it, and changed indicators are warm by it.
/// </summary>
internal sealed class GrowingInstrument
{
    private readonly TimeframeLadder _ladder;
    private readonly SessionClock _sessions;
    private readonly IndicatorSet[] _sets;
    private readonly Instant[] _from;
    private RememberedDay _day;

    public GrowingInstrument(
        TradingCalendar calendar, TradingHours hours, IReadOnlyList<Timeframe> timeframes, Func<Timeframe, IndicatorList> lists)
    {
        _ladder = new TimeframeLadder(1, timeframes);
        _sessions = new SessionClock(calendar, hours);
        _sets = [.. timeframes.Select(timeframe => new IndicatorSet(lists(timeframe)))];
        _from = new Instant[timeframes.Count];
    }

    /// <summary>The end of the newest piece taken in.</summary>
    public Instant Through { get; private set; }

    /// <summary>Its last day as the pieces tell it.</summary>
    public ref readonly RememberedDay Day => ref _day;

    public IndicatorSet SetOf(int rung) => _sets[rung];

    public ref readonly RungState StateOf(int rung) => ref _ladder.StateOf(default, rung);

    /// <summary>The rung's indicators were restored: they have seen every candle that starts before that moment.</summary>
    public void GoOnFrom(int rung, Instant nextStart) => _from[rung] = nextStart;

    /// <summary>Takes in the next stored minute or second; minutes come first, and seconds they cover are passed over.</summary>
    public void Take(in Candle piece)
    {
        ref readonly var session = ref _sessions.Of(piece.Start);
        _day.Recall(piece, session);
        foreach (ref readonly var closed in _ladder.Climb(default, piece, session)) Close(closed);
        if (piece.End > Through) Through = piece.End;
    }

    /// <summary>A candle that the restored indicators have seen was told: it is over, though nothing stored comes after it.</summary>
    public void CloseRestored(int rung) => CloseBefore(rung, _from[rung]);

    /// <summary>Closes what ended by then, whether or not a later piece says so.</summary>
    public void CloseEnded(Instant boundary)
    {
        foreach (ref readonly var closed in _ladder.CloseDue(default, boundary)) Close(closed);
    }

    /// <summary>Closes the forming candle of a rung if it is one of those that start before that moment.</summary>
    public void CloseBefore(int rung, Instant nextStart)
    {
        if (_ladder.Forming(default, rung).Start >= nextStart) return;
        foreach (ref readonly var closed in _ladder.CloseNow(default, rung)) Close(closed);
    }

    private void Close(in ClosedRung closed)
    {
        if (closed.Candle.Start < _from[closed.Rung]) return;
        _sets[closed.Rung].Update(closed.Candle.ToValues(_sessions.Of(closed.Candle.Start).Open));
    }
}
