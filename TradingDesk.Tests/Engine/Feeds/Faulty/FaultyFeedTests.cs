using TradingDesk.Engine.Feeds.Faulty;
using TradingDesk.Engine.Feeds.Simulated;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Simulation;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Feeds.Faulty;

/// <summary>The faulty feed does what its words say, else a desk that bears it has borne nothing.</summary>
public sealed class FaultyFeedTests
{
    private const int Instruments = 3;
    private const int Seconds = 600;

    [Fact]
    public void Without_a_fault_it_is_the_feed_itself()
    {
        var plain = Read(Simulated(), stepMilliseconds: 1_000);

        Assert.Equal(Texts(plain), Texts(Read(Faulty(FeedFault.None), stepMilliseconds: 1_000)));
    }

    [Theory]
    [InlineData(FeedFault.Reorder | FeedFault.Late)]
    [InlineData(FeedFault.All)]
    public void How_often_it_is_asked_changes_nothing(object faults)
    {
        var often = Read(Faulty((FeedFault)faults), stepMilliseconds: 7);
        var seldom = Read(Faulty((FeedFault)faults), stepMilliseconds: 61_000);

        Assert.Equal(Texts(often), Texts(seldom[..often.Count]));
        Assert.True(often.Zip(often.Skip(1)).All(pair => pair.First.At <= pair.Second.At));
    }

    [Fact]
    public void A_mute_feed_sends_nothing_but_the_time()
    {
        var inputs = Read(Faulty(FeedFault.Mute), 1_000);

        Assert.InRange(LongestSilence(inputs, _ => true), 5, 21);
        var times = inputs.Where(input => input.Kind == InputKind.Time).ToList();
        Assert.Equal(Seconds, times.Count);
    }

    [Fact]
    public void One_mute_instrument_leaves_the_others_speaking()
    {
        var inputs = Read(Faulty(FeedFault.MuteOne), 1_000);

        Assert.InRange(LongestSilence(inputs, _ => true), 0, 5);
        Assert.Contains(Enumerable.Range(0, Instruments), index => LongestSilence(inputs, id => id.Index == index) >= 15);
    }

    [Fact]
    public void A_burst_is_fifty_ticks_for_one()
    {
        var most = MostInASecond(Read(Simulated(), 1_000));

        Assert.InRange(MostInASecond(Read(Faulty(FeedFault.Burst), 1_000)), 50, 50 * most);
    }

    /// <summary>In words: each fault is found by the counter that is meant for it, or by the sequence of times it breaks.</summary>
    [Theory]
    [InlineData(FeedFault.Duplicate, "duplicate")]
    [InlineData(FeedFault.Reorder, "late")]
    [InlineData(FeedFault.Late, "late")]
    [InlineData(FeedFault.BadPrice, "price")]
    [InlineData(FeedFault.Garbage, "outside")]
    [InlineData(FeedFault.Garbage, "price")]
    [InlineData(FeedFault.Garbage, "ahead")]
    [InlineData(FeedFault.Skew, "ahead")]
    [InlineData(FeedFault.Skew, "late")]
    [InlineData(FeedFault.VolumeReset, "volume")]
    public void A_fault_leaves_its_mark_in_the_counters_and_none_leaves_none(object fault, string counter)
    {
        long Count(FeedFault faults) => Enumerable.Range(1, 6).Sum(seed => CountedBy(counter, new FaultyRun(seed, faults, 300)));

        Assert.True(Count((FeedFault)fault) > 0);
        Assert.Equal(0, Count(FeedFault.None));
    }

    [Fact]
    public void What_lies_before_a_pause_is_never_sent()
    {
        var feed = Faulty(FeedFault.All);
        var to = TestPlans.Open.PlusSeconds(100);
        while (feed.TryRead(TestPlans.Open.PlusSeconds(50), out _))
        {
        }

        feed.SkipTo(to);

        Assert.True(feed.TryRead(to.PlusSeconds(30), out var first));
        Assert.True(first.At >= to);
    }

    [Theory]
    [InlineData("", FeedFault.None)]
    [InlineData("mute", FeedFault.Mute)]
    [InlineData("late, bad-price", FeedFault.Late | FeedFault.BadPrice)]
    [InlineData("all", FeedFault.All)]
    [InlineData("mute,louder", null)]
    [InlineData("Mute", null)]
    public void Faults_are_asked_for_by_words(string text, object? expected)
    {
        var isKnown = FaultWords.TryParse(text, out var faults);

        Assert.Equal(expected is not null, isKnown);
        if (isKnown) Assert.Equal((FeedFault)expected!, faults);
    }

    [Fact]
    public void Every_fault_has_a_word() =>
        Assert.All(Enum.GetValues<FeedFault>().Where(fault => fault != FeedFault.None), fault => Assert.Contains(
            FaultWords.Allowed["words of ".Length..].Split(", "), word => FaultWords.TryParse(word, out var meant) && meant == fault));

    private static long CountedBy(string counter, FaultyRun run)
    {
        var counters = run.Desk.Board.ReadCounters();
        return counter switch
        {
            "duplicate" => counters.Faults.Duplicate,
            "late" => counters.Faults.Late,
            "price" => counters.Faults.NonPositive,
            "outside" => counters.Faults.OutsideSession,
            "volume" => counters.Faults.VolumeStepsBack,
            _ => counters.Ahead,
        };
    }

    private static SimulatedFeed Simulated() =>
        new(new SimulatedMarket(5, TestPlans.Instruments(Instruments), TradingCalendar.AlwaysOpen), TestPlans.Open);

    private static FaultyFeed Faulty(FeedFault faults) => new(Simulated(), 5, faults) { Instruments = Instruments };

    private static List<DeskInput> Read(IInputSource feed, int stepMilliseconds)
    {
        var inputs = new List<DeskInput>();
        for (var now = TestPlans.Open; now < TestPlans.Open.PlusSeconds(Seconds);)
        {
            now = now.PlusMilliseconds(stepMilliseconds);
            while (feed.TryRead(now, out var input)) inputs.Add(input);
        }

        return inputs;
    }

    private static IEnumerable<string> Texts(IEnumerable<DeskInput> inputs) =>
        inputs.Select(input =>
            $"{input.Kind} {input.Instrument.Index} {input.At.Nanos} {(input.Kind == InputKind.Tick ? input.Tick : "")}");

    /// <summary>Seconds between two ticks of these instruments.</summary>
    private static long LongestSilence(IEnumerable<DeskInput> inputs, Predicate<InstrumentId> of)
    {
        var ticks = inputs.Where(input => input.Kind == InputKind.Tick && of(input.Instrument)).Select(input => input.At).ToList();
        return ticks.Zip(ticks.Skip(1), (one, next) => (next - one) / Instant.NanosPerSecond).Max();
    }

    private static int MostInASecond(IEnumerable<DeskInput> inputs) => inputs.Where(input => input.Kind == InputKind.Tick)
        .GroupBy(input => (input.At.Second, input.Instrument)).Max(second => second.Count());
}
