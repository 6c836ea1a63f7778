using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Time;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Time;

public sealed class WallWatchTests
{
    private readonly FakeTime _time = new() { Now = DateTimeOffset.UnixEpoch.AddYears(56) };
    private readonly WallWatch _watch;
    private TimeSpan? _uptime = TimeSpan.FromDays(3);

    public WallWatchTests() => _watch = new WallWatch(_time, () => _uptime);

    [Theory]
    [InlineData(7_200)]
    [InlineData(-7_200)]
    public void A_wall_clock_that_is_moved_is_off_until_it_is_moved_back(int seconds)
    {
        Pass(TimeSpan.FromMinutes(1));

        Step(seconds);
        Assert.Equal(TimeSpan.Zero, _watch.Look());
        Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.FromSeconds(seconds), _watch.Off);

        Step(-seconds);
        _watch.Look();
        Assert.Equal(TimeSpan.Zero, _watch.Off);
    }

    [Theory]
    [InlineData(2_000, 0)]
    [InlineData(2_001, 2_001)]
    public void Two_seconds_are_nothing_for_clocks_are_not_read_at_once(int milliseconds, int off)
    {
        _time.Now += TimeSpan.FromMilliseconds(milliseconds);

        _watch.Look();

        Assert.Equal(TimeSpan.FromMilliseconds(off), _watch.Off);
    }

    [Fact]
    public void A_wall_clock_that_runs_a_little_fast_is_off_when_it_has_gained_two_seconds()
    {
        for (var hour = 0; hour < 5; hour++)
        {
            Assert.Equal(TimeSpan.Zero, _watch.Off);
            _time.Now += TimeSpan.FromMilliseconds(500);
            Pass(TimeSpan.FromHours(1));
        }

        Assert.Equal(TimeSpan.FromMilliseconds(2_500), _watch.Off);
    }

    [Fact]
    public void Sleep_is_told_once_and_is_no_move_of_the_wall_clock()
    {
        Pass(TimeSpan.FromMinutes(1));

        Sleep(TimeSpan.FromMinutes(10));

        Assert.Equal(TimeSpan.FromMinutes(10), _watch.Look());
        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (_watch.Look(), _watch.Off));
    }

    [Fact]
    public void A_clock_that_was_moved_in_the_machines_sleep_is_both()
    {
        Sleep(TimeSpan.FromMinutes(10));
        Step(-7_200);

        Assert.Equal(TimeSpan.FromMinutes(10), _watch.Look());
        Assert.Equal(TimeSpan.FromHours(-2), _watch.Off);
    }

    [Fact]
    public void Without_an_uptime_sleep_cannot_be_told_from_a_move()
    {
        _uptime = null;
        var watch = new WallWatch(_time, () => _uptime);

        _time.Now += TimeSpan.FromMinutes(10);

        Assert.Equal(TimeSpan.Zero, watch.Look());
        Assert.Equal(TimeSpan.FromMinutes(10), watch.Off);
    }

    [Theory]
    [InlineData("12.34 55.00\n", 12_340)]
    [InlineData("350735.47 234388.90", 350_735_470)]
    [InlineData("", null)]
    [InlineData("soon", null)]
    public void The_machines_uptime_is_the_files_first_number(string text, int? milliseconds) =>
        Assert.Equal(milliseconds, (int?)MachineUptime.Parse(text)?.TotalMilliseconds);

    [Theory]
    [InlineData(7_200, "2:00:00 ahead of")]
    [InlineData(-93_784, "26:03:04 behind")]
    public void The_doubt_says_how_far_and_what_to_do(int seconds, string words)
    {
        var doubt = ClockDoubt.Of(TimeSpan.FromSeconds(seconds))!;

        Assert.Contains(words, doubt.Sentence, StringComparison.Ordinal);
        Assert.Null(ClockDoubt.Of(TimeSpan.Zero));
    }

    private void Step(int seconds) => _time.Now += TimeSpan.FromSeconds(seconds);

    private void Sleep(TimeSpan span)
    {
        _time.Now += span;
        _uptime += span;
    }

    private void Pass(TimeSpan span)
    {
        _time.Now += span;
        _time.Advance(span);
        _uptime += span;
        _watch.Look();
    }
}
