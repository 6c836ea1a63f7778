using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Granted;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Live;

namespace TradingDesk.Tests.Web.Live;

/// <summary>The ticker looks once per new snapshot, beats whatever happens, and survives a failing page.</summary>
public sealed class SnapshotTickerTests : ComponentTestContext
{
    private readonly FakeDeskView _desk = new();
    private readonly SnapshotTicker _ticker;

    public SnapshotTickerTests()
    {
        Services.AddSingleton<IDeskView>(_desk);
        Services.AddSingleton(new DeskWindow(_desk));
        Services.AddLivePages();
        _ticker = Provider.GetRequiredService<SnapshotTicker>();
    }

    [Fact]
    public void The_same_snapshot_is_looked_at_once()
    {
        var looks = 0;
        using var subscription = _ticker.SubscribeLook(() => looks++);

        for (var turn = 0; turn < 5; turn++) _ticker.Turn();

        Assert.Equal(1, looks);
    }

    [Fact]
    public void Beats_go_on_while_nothing_changes()
    {
        var beats = 0;
        using var subscription = _ticker.SubscribeBeat(() => beats++);

        for (var turn = 0; turn < 8; turn++) _ticker.Turn();

        Assert.Equal(2, beats);
    }

    [Fact]
    public void One_failing_page_does_not_still_the_others()
    {
        var looks = 0;
        using var bad = _ticker.SubscribeLook(() => throw new InvalidOperationException("A page fails."));
        using var good = _ticker.SubscribeLook(() => looks++);

        _ticker.Turn();

        Assert.Equal(1, looks);
    }

    [Fact]
    public void A_beat_reaches_the_browser()
    {
        var heart = Render<Heartbeat>();

        _ticker.Turn();

        heart.WaitForAssertion(() => Assert.Single(JSInterop.Of("desk.beat")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_browser_that_is_gone_stops_no_heart(bool disconnected)
    {
        JSInterop.SetupFailure("desk.beat", disconnected ? new JSDisconnectedException("Gone.") : new TaskCanceledException("No answer."));
        var heart = Render<Heartbeat>();

        for (var turn = 0; turn < 7; turn++) _ticker.Turn();

        heart.WaitForAssertion(() => Assert.Equal(2, JSInterop.Of("desk.beat").Count));
    }
}
