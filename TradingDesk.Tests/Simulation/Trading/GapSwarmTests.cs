using TradingDesk.Tests.Processes;

namespace TradingDesk.Tests.Simulation.Trading;

/// <summary>
/// In words: whenever the market or the desk is away, round the open, at midday or round the close, no run acts by a candle that lacks
/// anything, nor by an old one, nor before it has seen whole ones again.
/// </summary>
public sealed class GapSwarmTests
{
    [Fact]
    public void No_signal_comes_of_a_candle_that_lacks_something_nor_soon_after() => Swarm(1, 6);

    [Fact, Trait("Speed", "Slow")]
    public void Hundreds_of_days_with_gaps_find_nothing() => Swarm(10_001, LongRun.IsWanted ? 3_000 : 150);

    private static void Swarm(int first, int seeds)
    {
        var (closed, forming, jumps, starts) = (0, 0, 0, 0);
        for (var seed = first; seed < first + seeds; seed++)
        {
            var story = new GapStory(seed);
            story.Live();
            Assert.True(story.Findings.Count == 0, string.Join(' ', story.Findings.Take(5)));
            (closed, forming) = (closed + story.Closed, forming + story.Forming);
            (jumps, starts) = (jumps + story.Jumps, starts + story.Starts);
        }

        Assert.True(closed > 40 * seeds && forming > seeds && jumps > seeds && starts > seeds,
            $"{closed} signals by closed candles, {forming} by forming ones, {jumps} jumps and {starts} starts prove too little.");
    }
}
