using TradingDesk.Tests.Processes;

namespace TradingDesk.Tests.Simulation.Trading;

/// <summary>
/// In words: under whatever calendar, and however the desk was down round the time, each intraday position is left once, within a session;
/// one that its session left behind is told once and left when the next opens.
/// </summary>
public sealed class SquareOffSwarmTests
{
    [Fact]
    public void Each_intraday_position_is_left_once_and_never_after_its_session() => Swarm(1, 60);

    [Fact, Trait("Speed", "Slow")]
    public void Thousands_of_weeks_find_nothing() => Swarm(10_001, LongRun.IsWanted ? 20_000 : 1_000);

    private static void Swarm(int first, int seeds)
    {
        var (left, missed, caught) = (0, 0, 0);
        for (var seed = first; seed < first + seeds; seed++)
        {
            var story = new SquareOffStory(seed);
            story.Live();
            Assert.True(story.Findings.Count == 0, $"Seed {seed}: {string.Join(' ', story.Findings.Take(5))}");
            (left, missed, caught) = (left + story.SquaredOff, missed + story.Missed, caught + story.CaughtUp);
        }

        Assert.True(left > 3 * seeds && missed > seeds / 4 && caught > seeds / 4,
            $"{left} positions left, {missed} missed, {caught} caught up: too few to prove anything.");
    }
}
