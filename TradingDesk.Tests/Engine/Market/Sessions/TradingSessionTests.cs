using System.Globalization;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Market.Sessions;

/// <summary>A day from 09:15 to 15:30 that pauses from 12:05 to 12:30.</summary>
public sealed class TradingSessionTests
{
    private static readonly TradingSession _whole = new(TestPlans.Monday, TestPlans.Open, TestPlans.Close);
    private static readonly TradingSession _paused = _whole with { PauseFrom = At("12:05:00"), PauseTo = At("12:30:00") };

    [Theory]
    [InlineData("09:14:59", false)]
    [InlineData("09:15:00", true)]
    [InlineData("12:04:59", true)]
    [InlineData("12:05:00", false)]
    [InlineData("12:29:59", false)]
    [InlineData("12:30:00", true)]
    [InlineData("15:29:59", true)]
    [InlineData("15:30:00", false)]
    public void It_holds_its_open_and_where_it_goes_on_but_neither_its_close_nor_where_it_pauses(string time, bool holds)
    {
        var moment = At(time);

        var contains = _paused.Contains(moment);

        Assert.Equal(holds, contains);
    }

    [Theory]
    [InlineData("09:00:00", 0, 0)]
    [InlineData("09:15:00", 0, 0)]
    [InlineData("09:15:01", 1, 1)]
    [InlineData("12:05:00", 170 * 60, 170 * 60)]
    [InlineData("12:20:00", 185 * 60, 170 * 60)]
    [InlineData("12:30:00", 195 * 60, 170 * 60)]
    [InlineData("12:30:01", (195 * 60) + 1, (170 * 60) + 1)]
    [InlineData("15:30:00", 375 * 60, 350 * 60)]
    [InlineData("20:00:00", 375 * 60, 350 * 60)]
    public void What_was_traded_before_a_moment_leaves_the_pause_out(string time, long whole, long paused)
    {
        var moment = At(time);

        var seconds = (_whole.TradedBefore(moment), _paused.TradedBefore(moment));

        Assert.Equal((whole, paused), seconds);
        Assert.Equal((375L * 60, 350L * 60), (_whole.TradedSeconds, _paused.TradedSeconds));
    }

    [Theory]
    [InlineData(300, "09:15:00", "09:15:00", "09:20:00")]
    [InlineData(300, "09:19:59", "09:15:00", "09:20:00")]
    [InlineData(300, "09:20:00", "09:20:00", "09:25:00")]
    [InlineData(3_600, "12:40:00", "12:15:00", "13:15:00")]
    [InlineData(3_600, "15:20:00", "15:15:00", "15:30:00")]
    [InlineData(86_400, "15:20:00", "09:15:00", "15:30:00")]
    public void A_candle_is_counted_from_the_open_through_the_pause_to_the_close(int seconds, string at, string start, string end)
    {
        var timeframe = new Timeframe(seconds);

        var begun = _paused.StartOf(At(at), timeframe);

        Assert.Equal((At(start), At(end)), (begun, _paused.EndOf(begun, timeframe)));
    }

    [Fact]
    public void A_candle_that_lies_in_the_pause_altogether_is_none_of_the_day_s()
    {
        var starts = _paused.Starts(new Timeframe(300)).ToList();

        var around = starts.Where(start => start >= At("11:55:00") && start < At("12:40:00"));

        Assert.Equal([At("11:55:00"), At("12:00:00"), At("12:30:00"), At("12:35:00")], around);
        Assert.Equal(70, starts.Count);
    }

    [Fact]
    public void A_candle_that_the_pause_touches_at_one_end_is_one_of_the_day_s()
    {
        var starts = _paused.Starts(new Timeframe(900));

        var around = starts.Where(start => start >= At("12:00:00") && start < At("12:40:00"));

        Assert.Equal([At("12:00:00"), At("12:30:00")], around);
    }

    private static Instant At(string time) =>
        TestPlans.Midnight.PlusSeconds((long)TimeSpan.Parse(time, CultureInfo.InvariantCulture).TotalSeconds);
}
