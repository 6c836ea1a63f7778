using TradingDesk.Engine.Orders;
using TradingDesk.Tests.Processes;

namespace TradingDesk.Tests.Simulation.Trading;

/// <summary>
/// In words: whatever is lost, repeated, late, out of order or killed between the desk and a venue, no order is sent twice, no trade is
/// booked twice or lost, what is held lies within what the desk reckons with, and in the end both have the same.
/// </summary>
public sealed class MoneySwarmTests
{
    private const int Few = 25;
    private const int Many = 4_000;

    [Fact]
    public void Desk_and_honest_venue_agree_and_the_truth_never_leaves_the_desks_interval() => Swarm(1, Few, isHonest: true);

    [Fact]
    public void Exits_and_brackets_never_turn_a_position_round() => Swarm(10_001, Few, isHonest: true, isOneSided: true);

    [Fact]
    public void A_venue_that_contradicts_itself_ends_in_agreement_or_in_conflict() => Swarm(20_001, Few, isHonest: false);

    [Fact, Trait("Speed", "Slow")]
    public void Thousands_of_days_of_either_kind_find_nothing()
    {
        var seeds = LongRun.IsWanted ? Many : 200;
        Swarm(100_001, seeds, isHonest: true);
        Swarm(200_001, seeds, isHonest: true, isOneSided: true);
        Swarm(300_001, seeds, isHonest: false);
    }

    private static void Swarm(int first, int seeds, bool isHonest, bool isOneSided = false)
    {
        var (misfortunes, verdicts) = (new HashSet<string>(), new HashSet<OrderVerdict>());
        var (filled, exits) = (0, 0);
        for (var seed = first; seed < first + seeds; seed++)
        {
            var swarm = Live(seed, isHonest, isOneSided);
            Assert.True(swarm.Oracle.Findings.Count == 0, $"Seed {seed}: {string.Join(' ', swarm.Oracle.Findings.Take(5))}");
            misfortunes.UnionWith(swarm.Misfortunes.Keys);
            verdicts.UnionWith(swarm.Oracle.Verdicts.Keys);
            (filled, exits) = (filled + swarm.Oracle.Filled, exits + swarm.Oracle.Exits);
        }

        Assert.True(filled > 10 * seeds && exits > 2 * seeds, $"{filled} orders were filled, {exits} were exits.");
        Assert.Superset(Expected(isHonest), misfortunes);
        if (!isHonest) Assert.Superset(new HashSet<OrderVerdict> { OrderVerdict.Conflict, OrderVerdict.LateFill }, verdicts);
    }

    /// <summary>What breaks the desk breaks it under a seed that is told.</summary>
    private static MoneySwarm Live(int seed, bool isHonest, bool isOneSided)
    {
        try
        {
            var swarm = new MoneySwarm(seed, isHonest, isOneSided);
            swarm.Run();
            return swarm;
        }
        catch (Exception broken)
        {
            throw new InvalidOperationException($"Seed {seed} broke the desk.", broken);
        }
    }

    private static HashSet<string> Expected(bool isHonest)
    {
        HashSet<string> always =
        [
            "request lost", "refused", "reply lost", "rejected late", "change reply lost", "cancel reply lost", "report lost",
            "report repeated",
        ];
        if (!isHonest) always.UnionWith(["refused and taken", "filled after Cancelled", "filled after Rejected", "filled too much"]);
        return always;
    }
}
