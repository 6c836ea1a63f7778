using TradingDesk.Engine.Feeds.Faulty;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Processes;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Simulation;

/// <summary>
/// In words: whatever a feed delivers, every candle is what the believed ticks of its span make by the stated rules, everything else is
/// counted under one reason, a re-run says the same, and instruments that were delivered well are as they would be without the rest.
/// </summary>
public sealed class FaultyFeedSwarmTests
{
    private const int Seconds = 300;

    public static TheoryData<int> Families { get; } =
        [.. Enum.GetValues<FeedFault>().Where(fault => fault != FeedFault.None).Select(fault => (int)fault)];

    [Theory]
    [MemberData(nameof(Families))]
    public void Every_fault_alone_and_all_together_leave_true_candles(int fault)
    {
        for (var seed = 1; seed <= 4; seed++) Live(seed, (FeedFault)fault);
    }

    [Fact]
    public void A_swarm_of_feeds_with_faults_of_its_own_choice_leaves_true_candles() => Swarm(first: 100, seeds: 30);

    [Fact, Trait("Speed", "Slow")]
    public void A_large_swarm_leaves_true_candles() => Swarm(first: 1_000, seeds: LongRun.IsWanted ? 3_000 : 200);

    [Theory]
    [MemberData(nameof(Families))]
    public void Instruments_that_are_delivered_well_are_as_they_would_be_without_the_others(int fault)
    {
        for (var seed = 11; seed <= 12; seed++)
        {
            var disturbed = new FaultyRun(seed, (FeedFault)fault, Seconds, spared: 1);
            var undisturbed = new FaultyRun(seed, FeedFault.None, Seconds);

            var (own, expected) = (StoryOf(disturbed.Desk), StoryOf(undisturbed.Desk));

            Assert.True(expected.Count > 100, disturbed.Name);
            Assert.True(expected.SequenceEqual(own), disturbed.Name);
        }
    }

    private static void Swarm(int first, int seeds)
    {
        for (var seed = first; seed < first + seeds; seed++)
        {
            // One in ten has no fault: a desk that counts what is not there would be found by it.
            var draw = new Random(seed);
            Live(seed, draw.Next(10) == 0 ? FeedFault.None : (FeedFault)draw.Next(1, (int)FeedFault.All + 1));
        }
    }

    private static void Live(int seed, FeedFault faults) => new FaultyRunOracle(new FaultyRun(seed, faults, Seconds)).Judge();

    /// <summary>The first instrument's candles and readings, without the numbers and moments that the others' facts change.</summary>
    private static List<ulong> StoryOf(DeskUnderTest desk) =>
    [
        .. desk.Facts.Where(fact => fact.Instrument == TestPlans.One && fact.Kind is FactKind.CandleClosed or FactKind.IndicatorsRead)
            .Select(fact =>
            {
                (fact.Number, fact.At) = (0, default);
                return FactHash.DigestOf(fact);
            }),
    ];
}
