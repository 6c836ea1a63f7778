using System.Reflection;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Line;

public sealed class LevelBoardTests
{
    private const int Readings = 300_000;

    /// <summary>Different writes that a race must have met, so that a reader which ran alone proves nothing.</summary>
    private const int Versions = 100;

    [Fact]
    public void A_quote_is_never_read_torn()
    {
        var board = new LevelBoard(1);

        Race(
            number => board.Write(TestPlans.One, TickOf(number), new Candle { Start = new Instant(number), Volume = number }),
            () =>
            {
                var version = board.Read(TestPlans.One, out var tick, out var second, out var ticks);
                return (version, tick.Time.Nanos == second.Volume && tick.PreviousClose.Scaled == second.Volume && ticks == second.Volume);
            });
    }

    [Fact]
    public void A_book_is_never_read_torn()
    {
        var board = new LevelBoard(1);

        Race(
            number =>
            {
                var depth = new Depth { Time = new Instant(number), Anchor = new Price(number) };
                for (var level = 0; level < Depth.Levels; level++) depth.Bids[level] = depth.Offers[level] = new DepthLevel(number, number);
                board.Write(TestPlans.One, depth);
            },
            () =>
            {
                var version = board.Read(TestPlans.One, out Depth depth);
                return (version, depth.Time.Nanos == depth.Offers[4].Quantity && depth.Bids[0].Offset == depth.Anchor.Scaled);
            });
    }

    [Fact]
    public void Counters_are_never_read_torn()
    {
        var board = new LevelBoard(1);

        Race(
            number => board.Write(new DeskCounters { Clock = new Instant(number), Faults = new TickFaults { VolumeStepsBack = number } }),
            () =>
            {
                var counters = board.ReadCounters();
                return ((int)counters.Clock.Nanos, counters.Faults.VolumeStepsBack == counters.Clock.Nanos);
            });
    }

    [Fact]
    public void A_rung_is_never_read_torn()
    {
        var rungs = new RungLevels(1, 1, [Timeframe.Minute], columns: 8);
        var (peeked, confirmed) = (new double[8], new double[8]);

        Race(
            number =>
            {
                var peeked = rungs.Open(TestPlans.One, 0, new Candle { Volume = number }, new Instant(number), number, out var confirmed);
                peeked.Fill(number);
                confirmed.Fill(number);
                rungs.Seal(TestPlans.One, 0);
            },
            () =>
            {
                var version = rungs.Read(TestPlans.One, 0, out var level, peeked, confirmed);
                // Before the first write a rung says that no close was confirmed.
                var isOne = version == 0 || (level.Consumed.Nanos == level.Forming.Volume && level.Candles == level.Forming.Volume);
                return (version, isOne && peeked.Concat(confirmed).All(value => value.Equals(level.Forming.Volume)));
            });
    }

    [Fact]
    public void A_version_that_ran_through_all_numbers_begins_again()
    {
        var board = new LevelBoard(1);
        var quotes = (Array)typeof(LevelBoard).GetField("_quotes", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(board)!;
        var cell = quotes.GetValue(0)!;
        cell.GetType().GetField("Version")!.SetValue(cell, int.MaxValue - 1);
        quotes.SetValue(cell, 0);

        board.Write(TestPlans.One, TickOf(5), default);

        Assert.Equal(int.MinValue, board.Read(TestPlans.One, out var tick, out _, out _));
        Assert.Equal(5, tick.Time.Nanos);
    }

    [Fact]
    public void Before_the_first_tick_a_rung_is_empty_and_its_values_are_not_ready()
    {
        var plan = TestPlans.Live(TestCalendars.Weekdays, 1, 60) with { Indicators = "SMA:1" };
        var desk = new DeskUnderTest(plan);
        var values = new double[1];

        desk.Board.Rungs.Read(TestPlans.One, 0, out var level, values, []);

        Assert.True(level.Forming.IsEmpty);
        Assert.True(double.IsNaN(values[0]));
    }

    /// <summary>One thread writes numbers for as long as this one reads; each reading must be of one write.</summary>
    private static void Race(Action<int> write, Func<(int Version, bool Whole)> read)
    {
        var done = false;
        var writer = new Thread(() =>
        {
            for (var number = 1; !Volatile.Read(ref done); number++) write(number);
        });
        writer.Start();

        var (torn, versions, last) = (0, 0, 0);
        for (var readings = 0; readings < Readings || versions < Versions; readings++)
        {
            var (version, whole) = read();
            if (!whole) torn++;
            if (version != last) versions++;
            last = version;
        }

        Volatile.Write(ref done, true);
        writer.Join();
        Assert.Equal(0, torn);
        Assert.True(read().Whole);
    }

    private static Tick TickOf(int number) =>
        new() { Time = new Instant(number), Last = new Price(number), PreviousClose = new Price(number) };
}
