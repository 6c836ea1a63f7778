using TradingDesk.Engine.Feeds.Faulty;
using TradingDesk.Engine.Feeds.Simulated;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Tape;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Simulation;

/// <summary>Some minutes of a desk on a simulated feed that misbehaves, with everything that was delivered to it.</summary>
internal sealed class FaultyRun
{
    public const int Instruments = 3;

    /// <summary>The longest timeframe: a run goes on in silence until its last candle has closed.</summary>
    private const int LongestSeconds = 300;

    private static readonly int[] _timeframes = [5, 15, 60, LongestSeconds];

    private readonly Instant _fed;

    public FaultyRun(int seed, FeedFault faults, int seconds, int spared = 0)
    {
        Name = $"seed {seed}, faults {faults}";
        Plan = TestPlans.Live(TestCalendars.Weekdays, Instruments, _timeframes) with { Indicators = "SMA:3,EMA:5,RSI:4,OBV,VWAP" };
        // Every other run sees the open, the rest the close; the first ticks' clock may be behind the desk's, but not behind its start.
        Start = seed % 2 == 0 ? TestPlans.Open.PlusSeconds(-LongestSeconds) : TestPlans.Close.PlusSeconds(-LongestSeconds);
        var begin = seed % 2 == 0 ? TestPlans.Open.PlusSeconds(-10) : Start.PlusSeconds(10);
        var market = new SimulatedMarket((ulong)seed, Plan.Instruments, Plan.Calendar);
        var feed = new FaultyFeed(new SimulatedFeed(market, begin), (ulong)seed, faults) { Instruments = Instruments, Spared = spared };
        Inputs = [.. Steps(Start, begin), .. Read(feed, begin, seconds + 20, new Random(seed))];
        _fed = Inputs[^1].At;
        Inputs.AddRange(Steps(_fed, TestPlans.Close.PlusSeconds(LongestSeconds)).TakeWhile(HasOpenCandles));
        Desk = Live(Inputs);
    }

    public static IReadOnlyList<int> Timeframes => _timeframes;

    /// <summary>What a failure is found again by.</summary>
    public string Name { get; }

    public DeskPlan Plan { get; }

    public Instant Start { get; }

    public List<DeskInput> Inputs { get; }

    public DeskUnderTest Desk { get; }

    /// <summary>The same inputs, each through the bytes a tape keeps of it, in another desk.</summary>
    public DeskUnderTest Rerun() => Live(Inputs.Select(ThroughTape));

    public static string HashOf(DeskUnderTest desk)
    {
        using var hash = new FactHash();
        foreach (var fact in desk.Facts) hash.Add(fact);
        return hash.ToString();
    }

    private DeskUnderTest Live(IEnumerable<DeskInput> inputs)
    {
        var desk = new DeskUnderTest(Plan, Start);
        foreach (var input in inputs) desk.Put(input);
        return desk;
    }

    /// <summary>Until the clock has passed the end of the candle that its last tick may be in.</summary>
    private bool HasOpenCandles(DeskInput time)
    {
        var span = LongestSeconds * Instant.NanosPerSecond;
        var spans = ((_fed - TestPlans.Open) / span) + 1;
        return time.At <= new Instant(TestPlans.Open.Nanos + (spans * span)).PlusSeconds(2);
    }

    /// <summary>What the feed sends, asked for in steps as uneven as a busy machine makes them.</summary>
    private static IEnumerable<DeskInput> Read(FaultyFeed feed, Instant from, int seconds, Random random)
    {
        for (var now = from; now < from.PlusSeconds(seconds); now = now.PlusMilliseconds(random.Next(1, 900)))
        {
            while (feed.TryRead(now, out var input)) yield return input;
        }
    }

    /// <summary>Time alone, second by second.</summary>
    private static IEnumerable<DeskInput> Steps(Instant from, Instant to)
    {
        for (var at = from; at < to; at = at.PlusSeconds(1)) yield return DeskInput.Time(at);
    }

    private static DeskInput ThroughTape(DeskInput input)
    {
        var bytes = new byte[InputCodec.BytesOf(input)];
        InputCodec.Write(input, bytes);
        InputCodec.Read(bytes, out var again);
        return again;
    }
}
