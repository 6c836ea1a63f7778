using TradingDesk.Tests.Processes;

namespace TradingDesk.Tests.Simulation.Trading;

/// <summary>
/// In words: at whatever moment of a day full of misfortunes a kill switch is latched, from that input on no entry leaves the desk, through
/// kills of the process too; exits still never turn a position round, and whatever is not flat in the end is named.
/// </summary>
public sealed class KillSwarmTests
{
    [Fact]
    public void No_entry_leaves_a_killed_desk() => Swarm(30_001, 25, isOneSided: false);

    [Fact]
    public void Leaving_positions_never_turns_one_round() => Swarm(40_001, 25, isOneSided: true);

    [Fact, Trait("Speed", "Slow")]
    public void Thousands_of_killed_days_find_nothing()
    {
        var seeds = LongRun.IsWanted ? 4_000 : 200;
        Swarm(500_001, seeds, isOneSided: false);
        Swarm(600_001, seeds, isOneSided: true);
    }

    private static void Swarm(int first, int seeds, bool isOneSided)
    {
        var (kills, stopped, exits) = (0, 0, 0);
        for (var seed = first; seed < first + seeds; seed++)
        {
            var swarm = Live(seed, isOneSided);
            string[] findings = [.. swarm.Oracle.Findings, .. swarm.Kills.Findings];
            Assert.True(findings.Length == 0, $"Seed {seed}: {string.Join(' ', findings.Take(5))}");
            (kills, stopped, exits) = (kills + swarm.Kills.Kills, stopped + swarm.Kills.Stopped, exits + swarm.Kills.Exits);
        }

        Assert.True(kills > 5 * seeds && stopped > 5 * seeds && exits > seeds / 2, $"{kills} kills, {stopped} stopped, {exits} exits.");
    }

    private static MoneySwarm Live(int seed, bool isOneSided)
    {
        try
        {
            var swarm = new MoneySwarm(seed, isHonest: true, isOneSided, hasKills: true);
            swarm.Run();
            return swarm;
        }
        catch (Exception broken)
        {
            throw new InvalidOperationException($"Seed {seed} broke the desk.", broken);
        }
    }
}
