using TradingDesk.Engine.Feeds.Simulated;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Feeds.Simulated;

public sealed class SimulatedHistoryTests
{
    private static readonly Instant _now = SimulatedWorld.At("2026-11-20T10:00:30.250");

    [Fact]
    public void Two_sessions_and_today_so_far_as_minutes_and_half_an_hour_of_seconds()
    {
        var candles = Read(from: null, "RELIANCE");

        var minutes = candles.Where(candle => candle.Seconds == 60).ToArray();
        var seconds = candles.Where(candle => candle.Seconds == 1).ToArray();
        Assert.Equal(375 + 375 + 45, minutes.Length);
        Assert.Equal(SimulatedWorld.At("2026-11-18T09:15:00"), minutes[0].Start);
        Assert.Equal(SimulatedWorld.At("2026-11-20T09:59:00"), minutes[^1].Start);
        Assert.InRange(seconds.Length, 1_700, 1_800);
        Assert.True(seconds[0].Start >= SimulatedWorld.At("2026-11-20T09:30:30"));
        Assert.True(seconds[^1].End <= _now);
    }

    [Fact]
    public void Every_candle_is_the_market_s_own_marked_Filled_and_ascends()
    {
        var world = World();

        var candles = Read(from: null, "NIFTY26NOVFUT");

        var id = world.Id("NIFTY26NOVFUT");
        foreach (var candle in candles.Where((_, place) => place % 7 == 0))
        {
            var own = candle.Seconds == 60 ? world.Market.MinuteOf(id, candle.Start) : world.Market.SecondOf(id, candle.Start);
            own.Quality = CandleQuality.Filled;
            Assert.Equal(own, candle);
        }

        foreach (var same in candles.GroupBy(candle => candle.Seconds))
            Assert.Equal(same.OrderBy(candle => candle.Start), same);
    }

    [Fact]
    public void After_a_gap_only_what_ended_in_it_is_made()
    {
        var from = SimulatedWorld.At("2026-11-20T09:50:20");

        var candles = Read(from, "RELIANCE");

        Assert.Equal(SimulatedWorld.At("2026-11-20T09:50:00"), candles.First(candle => candle.Seconds == 60).Start);
        Assert.Equal(10, candles.Count(candle => candle.Seconds == 60));
        Assert.All(candles, candle => Assert.True(candle.End > from && candle.End <= _now));
    }

    [Fact]
    public void While_the_market_is_shut_the_last_three_sessions_are_made()
    {
        var world = World();
        var history = new SimulatedHistory(world.Seed, world.Instruments, world.Calendar);

        var dates = new HashSet<DateOnly>();
        foreach (var block in history.Read(null, SimulatedWorld.At("2026-11-22T12:00:00"), isFirst: true))
            foreach (var candle in block.Span) dates.Add(candle.Candle.Start.IndiaDate);

        Assert.Equal([18, 19, 20], dates.Select(date => date.Day).Order());
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 3)]
    public void Around_the_clock_a_first_start_makes_one_day_less(bool isFirst, int days)
    {
        var world = new SimulatedWorld(11, TradingCalendar.AlwaysOpen);
        var history = new SimulatedHistory(world.Seed, world.Instruments, world.Calendar);

        var dates = new HashSet<DateOnly>();
        foreach (var block in history.Read(null, SimulatedWorld.At("2026-11-20T00:00:30"), isFirst))
            foreach (var candle in block.Span) dates.Add(candle.Candle.Start.IndiaDate);

        Assert.Equal(days - 1, dates.Count(date => date < new DateOnly(2026, 11, 20)));
    }

    private static SimulatedWorld World() => new(11, TestCalendars.Weekdays);

    private static List<Candle> Read(Instant? from, string name)
    {
        var world = World();
        var history = new SimulatedHistory(world.Seed, world.Instruments, world.Calendar);
        var id = world.Id(name);
        var candles = new List<Candle>();
        foreach (var block in history.Read(from, _now, isFirst: from is null))
        {
            foreach (var candle in block.Span)
            {
                if (candle.Instrument == id) candles.Add(candle.Candle);
            }
        }

        return candles;
    }
}
