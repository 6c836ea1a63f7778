using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Granted;
using TradingDesk.Tests.Support;
using TradingDesk.Web.Live;

namespace TradingDesk.Tests.Web.Live;

/// <summary>The watch measures how long the engine's clock has not moved.</summary>
public sealed class EngineWatchTests
{
    private readonly FakeDeskView _desk = new();
    private readonly FakeTime _time = new();

    [Fact]
    public void It_counts_from_the_last_movement()
    {
        var watch = new EngineWatch(new DeskWindow(_desk), _time);
        watch.Look();

        _time.Advance(TimeSpan.FromSeconds(7));
        watch.Look();

        Assert.Equal(TimeSpan.FromSeconds(7), watch.StillFor);
    }

    [Fact]
    public void A_moving_clock_starts_it_again()
    {
        var watch = new EngineWatch(new DeskWindow(_desk), _time);
        _time.Advance(TimeSpan.FromSeconds(7));

        _desk.Current = _desk.Current with { Health = _desk.Current.Health with { EngineTime = FakeDeskView.Morning.PlusSeconds(1) } };
        watch.Look();

        Assert.Equal(TimeSpan.Zero, watch.StillFor);
    }
}
