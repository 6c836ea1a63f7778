using TradingDesk.Engine;
using TradingDesk.Engine.Feeds.Simulated;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Time;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Time;

/// <summary>
/// A desk on the simulated market that is paced by clocks the test moves: the wall's, the monotonic one and the machine's uptime.
/// </summary>
internal sealed class PacedDesk
{
    private readonly FakeTime _time = new();
    private readonly PacedSource _source;
    private readonly Inbox _inbox;
    private TimeSpan _uptime = TimeSpan.FromHours(1);

    public PacedDesk(int speed)
    {
        var plan = DeskModes.Simulated(TradingCalendar.AlwaysOpen, TestPlans.Instruments(3), [new(5), new(60)], "SMA:3");
        _time.Now = TestPlans.Open.ToIndia();
        _inbox = new Inbox(Limits.InboxDefault, _time);
        Wall = new WallWatch(_time, () => _uptime);
        var market = new SimulatedMarket(1, plan.Instruments, plan.Calendar);
        Clock = new MarketClock(_time, TestPlans.Open, speed);
        _source = new PacedSource(new SimulatedFeed(market, TestPlans.Open), Clock, _time, Wall, _inbox);
        Desk = new DeskUnderTest(plan, TestPlans.Open);
    }

    public DeskUnderTest Desk { get; }

    public WallWatch Wall { get; }

    public MarketClock Clock { get; }

    /// <summary>The feed's next turn after that many milliseconds on all clocks.</summary>
    public void Turn(int milliseconds)
    {
        var span = TimeSpan.FromMilliseconds(milliseconds);
        _time.Advance(span);
        _time.Now += span;
        _uptime += span;
        _source.Turn(TestContext.Current.CancellationToken);
        while (_inbox.TryRead(out var input)) Desk.Put(input);
    }

    /// <summary>Somebody moves the wall clock.</summary>
    public void MoveWall(TimeSpan by) => _time.Now += by;

    /// <summary>The machine sleeps: the monotonic clock stands still.</summary>
    public void Sleep(TimeSpan span)
    {
        _time.Now += span;
        _uptime += span;
    }

    /// <summary>The process stands still while all clocks go on.</summary>
    public void Stop(TimeSpan span)
    {
        Sleep(span);
        _time.Advance(span);
    }

    public string Hash()
    {
        using var hash = new FactHash();
        foreach (var fact in Desk.Facts) hash.Add(fact);
        return hash.ToString();
    }
}
