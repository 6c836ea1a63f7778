using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line;

/// <summary>
/// The engine's levels: last quotes, books, forming candles and peeked values, overwritten in place by the engine and sampled by
/// anyone. Each cell has a version: odd while it is written, so a reader copies, compares and tries again; the writer never waits.
/// </summary>
internal sealed class LevelBoard(int instruments)
{
    private const int AnswersKept = 32;

    private readonly QuoteCell[] _quotes = new QuoteCell[instruments];
    private readonly DepthCell[] _depths = new DepthCell[instruments];
    private RungLevels _rungs = RungLevels.Empty;
    private TradingCalendar _calendar = TradingCalendar.AlwaysOpen;
    private WarmthWanted? _wanted;
    private CommandAnswer[] _answers = [];
    private CountersCell _counters;

    /// <summary>The forming candles and peeked values; replaced as a whole when timeframes or indicators change.</summary>
    public RungLevels Rungs
    {
        get => Volatile.Read(ref _rungs);
        set => Volatile.Write(ref _rungs, value);
    }

    /// <summary>The calendar in force.</summary>
    public TradingCalendar Calendar
    {
        get => Volatile.Read(ref _calendar);
        set => Volatile.Write(ref _calendar, value);
    }

    /// <summary>What became of the newest commands, newest first: a reader of facts that was passed must not miss it.</summary>
    public IReadOnlyList<CommandAnswer> Answers => Volatile.Read(ref _answers);

    /// <summary>Orders, positions and accounts.</summary>
    public MoneyLevels Money { get; } = new();

    /// <summary>Strategy runs.</summary>
    public RunLevels Runs { get; } = new();

    /// <summary>What the desk watches for its people.</summary>
    public AlertLevels Alerts { get; } = new();

    /// <summary>The indicators' states, copied now and then to be kept.</summary>
    public StateCopy States { get; } = new();

    /// <summary>The history that a change waits for, or null.</summary>
    public WarmthWanted? Wanted
    {
        get => Volatile.Read(ref _wanted);
        set => Volatile.Write(ref _wanted, value);
    }

    public void Answer(CommandAnswer answer) =>
        Volatile.Write(ref _answers, [answer, .. _answers.Take(AnswersKept - 1)]);

    /// <summary>A tick that was overtaken is in its second, but a later one stays the quote.</summary>
    public void Write(InstrumentId id, in Tick tick, in Candle second)
    {
        ref var cell = ref _quotes[id.Index];
        Step(ref cell.Version);
        Volatile.WriteBarrier();
        if (tick.Time >= cell.Tick.Time) cell.Tick = tick;
        Copy(second, ref cell.Second);
        cell.Ticks++;
        Volatile.WriteBarrier();
        Step(ref cell.Version);
    }

    public void Write(InstrumentId id, in Depth depth)
    {
        ref var cell = ref _depths[id.Index];
        Step(ref cell.Version);
        Volatile.WriteBarrier();
        cell.Depth = depth;
        Volatile.WriteBarrier();
        Step(ref cell.Version);
    }

    public void Write(in DeskCounters counters)
    {
        Step(ref _counters.Version);
        Volatile.WriteBarrier();
        _counters.Counters = counters;
        Volatile.WriteBarrier();
        Step(ref _counters.Version);
    }

    /// <summary>The quote's version; even, 0 before the first tick.</summary>
    public int Read(InstrumentId id, out Tick tick, out Candle second, out long ticks)
    {
        ref var cell = ref _quotes[id.Index];
        while (true)
        {
            var version = Volatile.Read(ref cell.Version);
            (tick, second, ticks) = (cell.Tick, cell.Second, cell.Ticks);
            Volatile.ReadBarrier();
            if ((version & 1) == 0 && version == Volatile.Read(ref cell.Version)) return version;
            Thread.SpinWait(8);
        }
    }

    /// <summary>The book's version; even, 0 before the first book.</summary>
    public int Read(InstrumentId id, out Depth depth)
    {
        ref var cell = ref _depths[id.Index];
        while (true)
        {
            var version = Volatile.Read(ref cell.Version);
            depth = cell.Depth;
            Volatile.ReadBarrier();
            if ((version & 1) == 0 && version == Volatile.Read(ref cell.Version)) return version;
            Thread.SpinWait(8);
        }
    }

    public DeskCounters ReadCounters()
    {
        while (true)
        {
            var version = Volatile.Read(ref _counters.Version);
            var counters = _counters.Counters;
            Volatile.ReadBarrier();
            if ((version & 1) == 0 && version == Volatile.Read(ref _counters.Version)) return counters;
            Thread.SpinWait(8);
        }
    }

    /// <summary>Versions wrap after 2^31 steps, which at a thousand times the market's speed is a matter of days.</summary>
    internal static void Step(ref int version) => version = unchecked(version + 1);

    /// <summary>Field by field: the forming second was written so a moment ago, and a wide load would wait for those stores.</summary>
    private static void Copy(in Candle from, ref Candle to)
    {
        (to.Start, to.Open, to.High, to.Low, to.Close) = (from.Start, from.Open, from.High, from.Low, from.Close);
        (to.Volume, to.Seconds, to.Ticks, to.Gaps, to.Quality) = (from.Volume, from.Seconds, from.Ticks, from.Gaps, from.Quality);
    }

    private struct QuoteCell
    {
        public int Version;
        public Tick Tick;
        public Candle Second;
        public long Ticks;
    }

    private struct DepthCell
    {
        public int Version;
        public Depth Depth;
    }

    private struct CountersCell
    {
        public int Version;
        public DeskCounters Counters;
    }
}
