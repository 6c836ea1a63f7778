using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Support;

/// <summary>
/// The slow and obvious twin of SecondCandles for one instrument: keeps every tick it believed and looks through all of them for each
/// question. Ticks come with the clock they arrived at.
/// </summary>
internal sealed class NaiveSeconds(TradingCalendar calendar, int closingLagMilliseconds)
{
    private readonly List<Tick> _believed = [];
    private readonly List<long> _traded = [];
    private readonly NaiveVolume _volume = new();
    private Instant _newest;

    public int Late { get; private set; }

    public int Duplicate { get; private set; }

    public int NonPositive { get; private set; }

    public int OutsideSession { get; private set; }

    public int StepsBack => _volume.StepsBack;

    public int Ahead { get; private set; }

    public int Believed => _believed.Count;

    /// <summary>The quote: the newest tick by the exchange's time, among equals the last that came.</summary>
    public Tick Quote => _believed.OrderBy(tick => tick.Time).LastOrDefault();

    public void Take(in Tick tick, Instant clock)
    {
        if (tick.Time > clock.PlusSeconds(5)) Ahead++;
        else if (tick.Last.Scaled <= 0 || tick.Last > Price.Max) NonPositive++;
        else if (!IsInSession(tick.Time, clock)) OutsideSession++;
        else if (_believed.Count > 0 && _believed[^1] == tick) Duplicate++;
        else if (IsLate(tick, clock)) Late++;
        else Believe(tick);
    }

    /// <summary>
    /// Every second that ended by then as a candle: its earliest tick opens it, its latest closes it, among equals the order of arrival
    /// decides.
    /// </summary>
    public List<Candle> Closed(Instant by)
    {
        var seconds = new List<Candle>();
        var taken = _believed.Zip(_traded, (tick, traded) => (Tick: tick, Traded: traded));
        foreach (var second in taken.GroupBy(one => one.Tick.Time.Second))
        {
            if (second.Key.PlusSeconds(1) > by && second.Key.PlusSeconds(1) > _newest) continue;
            var inOrder = second.OrderBy(one => one.Tick.Time).Select(one => one.Tick.Last).ToList();
            seconds.Add(new Candle
            {
                Start = second.Key,
                Open = inOrder[0],
                High = inOrder.Max(),
                Low = inOrder.Min(),
                Close = inOrder[^1],
                Volume = second.Sum(one => one.Traded),
                Seconds = 1,
                Ticks = inOrder.Count,
            });
        }

        return [.. seconds.OrderBy(second => second.Start)];
    }

    /// <summary>A tick counts for the session that opened last, or in the seconds around an open for the one on its other side.</summary>
    private bool IsInSession(Instant time, Instant clock)
    {
        if (time < clock.PlusSeconds(-7 * 86_400)) return false;
        if (!calendar.TryGetSession(TestCalendars.Stocks, time, out var session)) return false;
        return session == calendar.SessionBefore(TestCalendars.Stocks, new Instant(clock.Nanos + 1)) || time >= clock.PlusSeconds(-5);
    }

    /// <summary>A tick is late when its second was over: by a newer tick of the instrument, or by the clock after the lag.</summary>
    private bool IsLate(Tick tick, Instant clock) =>
        tick.Time < clock.PlusMilliseconds(-closingLagMilliseconds).Second || (_believed.Count > 0 && tick.Time < _newest.Second);

    private void Believe(Tick tick)
    {
        Assert.True(calendar.TryGetSession(TestCalendars.Stocks, tick.Time, out var session));
        var time = tick.Time;
        var secondBefore = _believed.FindLastIndex(other => other.Time < time.Second);
        var isOvertaken = _believed.Skip(secondBefore + 1).Any(other => other.Time > time);
        _believed.Add(tick);
        _traded.Add(_volume.Traded(tick, session, isOvertaken));
        if (tick.Time > _newest) _newest = tick.Time;
    }
}
