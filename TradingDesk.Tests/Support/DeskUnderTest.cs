using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Support;

/// <summary>A desk without threads that keeps every fact it said, and short ways to feed it.</summary>
internal sealed class DeskUnderTest
{
    private readonly DirectDesk _desk;
    private long _commands;

    /// <summary>Starts the desk at that moment without history.</summary>
    public DeskUnderTest(DeskPlan plan, Instant start)
        : this(plan) => Put(DeskInput.Started(start, plan), DeskInput.HistoryEnd(start));

    /// <summary>A desk that was not started yet.</summary>
    public DeskUnderTest(DeskPlan plan) => _desk = new DirectDesk(plan);

    /// <summary>A desk that starts at that moment from its first instrument's stored candles.</summary>
    public DeskUnderTest(DeskPlan plan, Instant start, IEnumerable<Candle> stored)
        : this(plan)
    {
        Put(DeskInput.Started(start, plan));
        Put(DeskInput.Warm(start, TestPlans.One, StoredCandles.AtStart(plan, TestPlans.One, stored, start)), DeskInput.HistoryEnd(start));
    }

    public DeskPlan Plan => _desk.Plan;

    public List<DeskFact> Facts { get; } = [];

    public LevelBoard Board => _desk.Board;

    public void Put(params ReadOnlySpan<DeskInput> inputs)
    {
        foreach (ref readonly var input in inputs)
        {
            _desk.Process(input);
            while (_desk.TryRead(out var fact)) Facts.Add(fact);
        }
    }

    public void Time(Instant at) => Put(DeskInput.Time(at));

    /// <summary>The clock goes from one moment to the other in steps of a hundred milliseconds, as a live desk's does.</summary>
    public void Pass(Instant from, Instant to)
    {
        for (var at = from; at <= to; at = at.PlusMilliseconds(100)) Time(at);
    }

    /// <summary>A tick that arrives at its own time, unless it is said when.</summary>
    public void Tick(InstrumentId id, Instant time, long paise, long dayVolume = 0, Instant? at = null) =>
        Put(DeskInput.Of(at ?? time, id, new Tick { Time = time, Last = Price.FromPaise(paise), DayVolume = dayVolume }));

    /// <summary>Asks for these timeframes and gives the command's number.</summary>
    public long Change(Instant at, params int[] timeframes)
    {
        var wanted = timeframes.Select(seconds => new Timeframe(seconds)).ToArray();
        return Ask(at, new ChangeTimeframes(wanted));
    }

    /// <summary>Gives a command and gives its number.</summary>
    public long Ask(Instant at, DeskCommand command)
    {
        Put(DeskInput.Of(at, new SubmittedCommand(++_commands, "test", command)));
        return _commands;
    }

    public List<Candle> Candles(InstrumentId id, int seconds) =>
        [.. Of(FactKind.CandleClosed).Where(fact => fact.Instrument == id && fact.Candle.Seconds == seconds).Select(fact => fact.Candle)];

    public IEnumerable<DeskFact> Of(FactKind kind) => Facts.Where(fact => fact.Kind == kind);

    /// <summary>The forming candle of a timeframe as the board shows it.</summary>
    public Candle Forming(InstrumentId id, int seconds)
    {
        var rung = Board.Rungs.Timeframes.ToList().IndexOf(new Timeframe(seconds));
        Board.Rungs.Read(id, rung, out var level, [], []);
        return level.Forming;
    }
}
