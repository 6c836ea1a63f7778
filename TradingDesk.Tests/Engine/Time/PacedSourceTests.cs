using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Time;

public sealed class PacedSourceTests
{
    private const int Turns = 6_000;
    private static readonly TimeSpan _twoHours = TimeSpan.FromHours(2);

    /// <summary>In words: whoever moves the wall clock, every fact is the one of a desk whose clock nobody touched.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 20)]
    public void Steps_of_the_wall_clock_two_hours_either_way_change_no_fact(int seed, int speed)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var untouched = Run(seed, speed, _ => { });
        var random = new Random(-seed);

        var moved = Run(seed, speed, desk =>
        {
            if (random.Next(100) == 0) desk.MoveWall(_twoHours * (random.Next(2) == 0 ? 1 : -1));
        });

        Assert.True(untouched.Desk.Candles(TestPlans.One, 5).Count > 10);
        Assert.Equal(untouched.Hash(), moved.Hash());
    }

    [Fact]
    public void A_wall_clock_that_was_moved_is_known_while_it_is_off()
    {
        var desk = new PacedDesk(speed: 1);
        desk.Turn(10);

        desk.MoveWall(-_twoHours);
        desk.Turn(10);
        var off = desk.Wall.Off;
        desk.MoveWall(_twoHours);
        desk.Turn(10);

        Assert.Equal((-_twoHours, TimeSpan.Zero), (off, desk.Wall.Off));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void A_machine_that_slept_is_one_leap_of_the_markets_clock_as_a_process_that_stood_still_is(int speed)
    {
        var span = TimeSpan.FromSeconds(601);

        var slept = RunWith(speed, desk => desk.Sleep(span));
        var stood = RunWith(speed, desk => desk.Stop(span));

        var leap = Assert.Single(slept.Desk.Of(FactKind.TimeJumped));
        Assert.InRange(leap.GapNanos / Instant.NanosPerSecond / speed, 600, 602);
        Assert.Contains(slept.Desk.Candles(TestPlans.One, 60), minute => minute.Quality.HasFlag(CandleQuality.Gap));
        Assert.Equal(TimeSpan.Zero, slept.Wall.Off);
        Assert.Equal(stood.Hash(), slept.Hash());
    }

    /// <summary>Two minutes of turns with that in their middle.</summary>
    private static PacedDesk RunWith(int speed, Action<PacedDesk> happens)
    {
        var turn = 0;
        return Run(seed: 4, speed, desk =>
        {
            if (++turn == Turns / 2) happens(desk);
        });
    }

    private static PacedDesk Run(int seed, int speed, Action<PacedDesk> between)
    {
        var random = new Random(seed);
        var desk = new PacedDesk(speed);
        for (var turn = 0; turn < Turns; turn++)
        {
            between(desk);
            desk.Turn(random.Next(5, 40));
        }

        return desk;
    }
}
