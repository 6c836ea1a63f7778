using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Feeds.Simulated;

/// <summary>The simulated market as inputs: the ticks and books of each second in the order of time, then the second's end.</summary>
internal sealed class SimulatedFeed : IInputSource
{
    private readonly SimulatedMarket _market;
    private readonly SimulatedEvent[] _events;
    private Instant _second;
    private int _count;
    private int _next;

    public SimulatedFeed(SimulatedMarket market, Instant from)
    {
        _market = market;
        _events = new SimulatedEvent[market.EventsPerSecondMost];
        SkipTo(from);
    }

    public bool TryRead(Instant through, out DeskInput input)
    {
        input = default;
        if (_next < _count)
        {
            ref readonly var happened = ref _events[_next];
            if (happened.Time > through) return false;
            input = happened.IsDepth
                ? DeskInput.Of(happened.Time, happened.Instrument, happened.Depth)
                : DeskInput.Of(happened.Time, happened.Instrument, happened.Tick);
            _next++;
            return true;
        }

        var end = _second.PlusSeconds(1);
        if (end > through) return false;
        input = DeskInput.Time(end);
        SkipTo(end);
        return true;
    }

    public void SkipTo(Instant moment)
    {
        _second = moment.Second;
        _count = _market.Second(_second, _events);
        _next = 0;
    }
}
