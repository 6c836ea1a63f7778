using Microsoft.Extensions.DependencyInjection;
using TradingDesk.Tests.Web.Pages;
using TradingDesk.Web.Live.Health;

namespace TradingDesk.Tests.Web.Live;

/// <summary>The process is measured at beats, and no more of its past is kept than five minutes.</summary>
public sealed class HealthWatchTests : DeskPageContext
{
    private readonly HealthWatch _watch;

    public HealthWatchTests()
    {
        Services.AddSingleton(new MachineMeter(new DiskMeter(Path.GetTempPath(), Time), Time));
        _watch = Provider.GetRequiredService<HealthWatch>();
    }

    [Fact]
    public async Task A_beat_of_the_ticker_measures_and_a_stopped_watch_does_not()
    {
        await _watch.StartAsync(TestContext.Current.CancellationToken);
        Ticker.Turn();
        var first = _watch.Latest;
        await _watch.StopAsync(TestContext.Current.CancellationToken);

        for (var turn = 0; turn < 12; turn++) Ticker.Turn();

        Assert.NotNull(first);
        Assert.Same(first, _watch.Latest);
    }

    [Fact]
    public void The_past_takes_a_sample_in_five_seconds_and_keeps_five_minutes()
    {
        for (var second = 0; second < 1_000; second++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            _watch.Look();
        }

        Assert.Equal(HealthWatch.Kept, _watch.Past.Ticks.Count);
        Assert.Equal(295, _watch.Past.Ticks[^1].Second - _watch.Past.Ticks[0].Second);
    }

    [Fact]
    public void The_past_is_the_same_object_between_its_samples()
    {
        _watch.Look();
        var past = _watch.Past;

        Time.Advance(TimeSpan.FromSeconds(1));
        _watch.Look();

        Assert.Same(past, _watch.Past);
    }

    [Theory]
    [InlineData(49, "Ok")]
    [InlineData(50, "Degraded")]
    [InlineData(90, "Down")]
    public void A_limit_is_reached_at_its_value(int percent, string standing) =>
        Assert.Equal(standing, HealthLimit.QueuePercent.Judge(percent).ToString());

    [Theory]
    [InlineData(5, "Ok")]
    [InlineData(4.9, "Degraded")]
    [InlineData(0.9, "Down")]
    public void Where_less_is_worse_a_limit_is_passed_below_its_value(double gigabytes, string standing) =>
        Assert.Equal(standing, HealthLimit.DiskFreeGigabytes.Judge((decimal)gigabytes).ToString());
}
