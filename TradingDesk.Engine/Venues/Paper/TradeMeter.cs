using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Venues.Paper;

/// <summary>The last price of an instrument's session and how many units each tick says were traded since the one before.</summary>
internal struct TradeMeter
{
    private const long NotCounted = -1;

    private Tick _newest;
    private Instant _session;
    private long _counted;
    private long _steppedBackTo;

    /// <summary>The newest tick of that session; empty before its first.</summary>
    public readonly Tick NewestOf(in TradingSession session) => _session == session.Open ? _newest : default;

    /// <summary>Takes in a tick and its units; false for one that is no price of the session, older than the newest, or a repeat.</summary>
    public bool Note(in Tick tick, in TradingSession session, out long units)
    {
        units = 0;
        if (tick.Last.Scaled <= 0 || tick.Last > Price.Max || !session.Contains(tick.Time)) return false;
        if (tick == _newest || tick.Time < _newest.Time) return false;
        if (_session != session.Open) (_session, _counted) = (session.Open, NotCounted);
        units = tick.DayVolume == Tick.NoDayVolume ? Own(tick) : Count(tick.DayVolume);
        _newest = tick;
        return true;
    }

    /// <summary>A tick without the day's count trades its own quantity, which the next count includes.</summary>
    private long Own(in Tick tick)
    {
        if (tick.LastQuantity.Units is not (> 0 and <= Tick.UnitsMost and var units)) return 0;
        if (_counted == NotCounted) return units;
        _counted += units;
        _steppedBackTo += units;
        return units;
    }

    /// <summary>
    /// The first count of a session is only the base. One that fell may be a new beginning or one wrong quote: the next says which, so
    /// that a stray zero does not trade the whole day once more.
    /// </summary>
    private long Count(long volume)
    {
        if (volume is < 0 or > Tick.UnitsMost) return 0;
        var (isFirst, isStep) = (_counted == NotCounted, volume < _counted && volume < _steppedBackTo);
        var before = volume < _counted ? _steppedBackTo : _counted;
        if (!isStep) _counted = volume;
        _steppedBackTo = volume;
        return isFirst || isStep ? 0 : volume - before;
    }
}
