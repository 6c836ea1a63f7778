using TradingDesk.Tests.Processes;

namespace TradingDesk.Tests.Determinism;

/// <summary>
/// In words: a desk that is killed at any input holds afterwards, cell for cell, what it held at its last durable fact; then it doubts
/// what was on its way and nothing else, sends nothing again, and its positions are those that its trades add up to.
/// </summary>
public sealed class CrashEquivalenceTests
{
    private const int Lives = 6;
    private const int StepsMost = 100;

    [Fact]
    public void Killed_desks_hold_what_was_durable_and_go_on_from_there() => LiveAll(first: 1, seeds: 4);

    [Fact, Trait("Speed", "Slow")]
    public void Many_killed_desks_do() => LiveAll(first: 1_001, seeds: LongRun.IsWanted ? 2_000 : 100);

    private static void LiveAll(int first, int seeds)
    {
        var (fills, doubts, alerts, runs) = (0, 0, 0, 0);
        for (var seed = first; seed < first + seeds; seed++)
        {
            var story = Live(seed);
            (fills, doubts) = (fills + story.Fills, doubts + story.Doubts);
            (alerts, runs) = (alerts + story.Alerts, runs + story.RunIntents);
        }

        Assert.True(fills > 20 * seeds && doubts > seeds && alerts > seeds && runs > seeds,
            $"{fills} fills, {doubts} doubts, {alerts} alerts and {runs} orders of runs prove too little.");
    }

    /// <summary>What breaks the desk breaks it under a seed that is told.</summary>
    private static KilledDesk Live(int seed)
    {
        try
        {
            var story = new KilledDesk(seed);
            for (var life = 0; life < Lives; life++) story.Live(StepsMost);
            story.End();
            return story;
        }
        catch (Exception broken) when (broken is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"Seed {seed} broke the desk.", broken);
        }
    }
}
