using System.Globalization;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Determinism;
using TradingDesk.Tests.Engine.Trading;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Simulation.Trading;

/// <summary>
/// A seeded day of three eager runs on a whole desk, and the open of the next, with the desk away or gone round the open, at midday and
/// round the close. What was lost is noted apart from the candles' own marks, and every signal is held against it.
/// </summary>
internal sealed class GapStory
{
    /// <summary>Whole candles after a gap before a run acts again, the one it acts by among them.</summary>
    private const int CleanLeast = 3;

    /// <summary>A candle is told a second after its end; what comes much later is no news.</summary>
    private const int LateMost = 5;

    private static readonly DeskPlan _plan =
        TestPlans.Live(TradingCalendar.BuiltIn(), 1, 1, 60, 300) with { Instruments = TradingUnderTest.Plan.Instruments };
    private static readonly Instant _nextOpen = TestPlans.Open.PlusSeconds(86_400);
    private static readonly InstrumentId[] _traded = [TradingUnderTest.Share, TradingUnderTest.Future, TradingUnderTest.Index];
    private static readonly string[] _runs =
    [
        "strategy=eager instrument=1:2885 timeframe=1m quantity=lots:10",
        "strategy=eager instrument=1:2885 timeframe=5m quantity=lots:10",
        "strategy=eager instrument=NIFTY contract=future timeframe=1m product=nrml quantity=lots:1 capital=900000",
    ];

    private readonly int _seed;
    private readonly Random _dice;
    private readonly List<JournalRecord> _journal = [];
    private readonly List<(InstrumentId Instrument, Candle Candle)> _stored = [];
    private readonly List<(Instant From, Instant To)> _lost = [];
    private readonly long[] _paise = [1_00_000, 25_00_000, 25_00_000];
    private PaperRun _desk;
    private Instant _now = TestPlans.Open.PlusSeconds(-90);
    private Instant _startedAt;
    private Instant _answerAt;
    private long _commands;
    private long _volume;

    public GapStory(int seed)
    {
        (_seed, _dice) = (seed, new Random(seed));
        _desk = Start();
        Ask(new OpenAccount(Money.FromRupees(50_00_000)));
        foreach (var words in _runs) Ask(new DeclareRun(words));
        for (short run = 1; run <= _runs.Length; run++) Ask(new MoveRun(new RunId(run), RunAction.Start));
    }

    public List<string> Findings { get; } = [];

    /// <summary>Signals by closed candles, and by those that form.</summary>
    public int Closed { get; private set; }

    public int Forming { get; private set; }

    /// <summary>Jumps of the clock and starts of the desk while the market traded.</summary>
    public int Jumps { get; private set; }

    public int Starts { get; private set; }

    /// <summary>Spans of the day second by second; what lies between them is a gap too.</summary>
    public void Live()
    {
        Live(TestPlans.Open.PlusSeconds(40 * 60));
        Skip(TestPlans.Open.PlusSeconds(165 * 60));
        Live(TestPlans.Open.PlusSeconds(205 * 60));
        Skip(TestPlans.Open.PlusSeconds(335 * 60));
        Live(TestPlans.Close.PlusSeconds(_dice.Next(0, 3)));
        Skip(_nextOpen.PlusSeconds(_dice.Next(-60, 30)));
        Live(_nextOpen.PlusSeconds(15 * 60));
        Keep();
        foreach (var record in _journal.Where(record => record.Fact.Kind == FactKind.SignalRaised)) Judge(record.Fact);
    }

    private void Live(Instant to)
    {
        var gaps = Enumerable.Range(0, _dice.Next(3)).Select(_ => GapBetween(_now, to)).Order().ToArray();
        foreach (var gap in gaps)
        {
            while (_now < gap) Second();
            if (gap < _now) continue;
            Skip(EndOf(gap, to));
        }

        while (_now < to) Second();
    }

    /// <summary>Often at a boundary between candles, where a gap is hardest to see; often round the open and the close.</summary>
    private Instant GapBetween(Instant from, Instant to)
    {
        var at = from.PlusSeconds(_dice.Next((int)((to - from) / Instant.NanosPerSecond)));
        if (_dice.Next(4) == 0 && from < TestPlans.Open) at = TestPlans.Open.PlusSeconds(_dice.Next(-30, 90));
        if (_dice.Next(4) == 0 && to > TestPlans.Close) at = TestPlans.Close.PlusSeconds(_dice.Next(-400, 10));
        return _dice.Next(3) == 0 ? OnMinute(at).PlusSeconds(_dice.Next(0, 3)) : at;
    }

    private Instant EndOf(Instant gap, Instant most)
    {
        var end = gap.PlusSeconds(_dice.Next(3) switch { 0 => _dice.Next(3, 15), 1 => _dice.Next(15, 200), _ => _dice.Next(200, 900) });
        if (_dice.Next(3) == 0) end = OnMinute(end.PlusSeconds(60));
        return end < most ? end : most;
    }

    /// <summary>The clock jumps, or the desk is gone and another goes on from its journal.</summary>
    private void Skip(Instant to)
    {
        if (to <= _now) return;
        var isTraded = (to > TestPlans.Open && _now < TestPlans.Close) || to > _nextOpen;
        if (isTraded) _lost.Add((_now, to));
        if (_dice.Next(2) == 0)
        {
            Jumps++;
            _now = to;
            Put(DeskInput.Time(_now));
            return;
        }

        Starts++;
        Keep();
        _now = to;
        _desk = Start();
    }

    private PaperRun Start()
    {
        var desk = new PaperRun(_plan, _now, _journal.ToArray(), [EagerStrategy.Description]);
        desk.Put(DeskInput.HistoryEnd(_now));
        _startedAt = _now;
        _answerAt = _now.PlusSeconds(_dice.Next(0, 90));
        return desk;
    }

    private void Keep()
    {
        _journal.AddRange(_desk.Journal);
        _stored.AddRange(_desk.Closed);
        _desk.Journal.Clear();
        _desk.Closed.Clear();
    }

    private void Second()
    {
        var next = _now.PlusSeconds(1);
        foreach (var id in _traded)
        {
            _now = _now.PlusMilliseconds(_dice.Next(1, 300));
            if (_dice.Next(10) < 8) Tick(id);
        }

        _now = next;
        Put(DeskInput.Time(_now));
        if (_now >= _answerAt) GiveHistory();
    }

    private void Tick(InstrumentId id)
    {
        ref var paise = ref _paise[Array.IndexOf(_traded, id)];
        paise += _dice.Next(-40, 41) * 5;
        var last = Price.FromPaise(paise);
        var depth = new Depth { Time = _now, Anchor = last };
        (depth.Bids[0], depth.Offers[0]) = (new DepthLevel(-500, 5_000), new DepthLevel(500, 5_000));
        _desk.Put(DeskInput.Of(_now, id, depth));
        Put(DeskInput.Of(_now, id, new Tick { Time = _now, Last = last, DayVolume = ++_volume, PreviousClose = last }));
    }

    private void GiveHistory()
    {
        foreach (var wanted in _desk.Board.Runs.Wanted.ToArray())
        {
            var past = _stored.Where(kept => kept.Instrument == wanted.Instrument && kept.Candle.Seconds == wanted.Timeframe.Seconds
                && kept.Candle.Start < Later(wanted.NextStart, _startedAt)).Select(kept => kept.Candle).TakeLast(wanted.Candles).ToArray();
            Put(DeskInput.Of(_now, new RunCandles(wanted.Request, past, IsLast: true)));
        }
    }

    private void Ask(DeskCommand command)
    {
        var number = ++_commands;
        var key = string.Create(CultureInfo.InvariantCulture, $"k{number}");
        Put(DeskInput.Of(_now, new SubmittedCommand(number, "test", "PAPER-1", key, command)));
    }

    private void Put(in DeskInput input)
    {
        _desk.Put(input);
        _desk.Put(DeskInput.JournalSynced(_now, _desk.Published, JournalHealth.Sound));
    }

    private void Judge(in DeskFact fact)
    {
        var (signal, at) = (fact.Signal, fact.At);
        var end = signal.Candle.PlusSeconds(signal.Seconds);
        var isForming = at < end;
        if (isForming) Forming++;
        else Closed++;
        if (!isForming && at > end.PlusSeconds(LateMost)) Find(fact, "is told long after its candle");
        foreach (var (from, to) in _lost)
        {
            if (from >= at) continue;
            if (from < end && to > signal.Candle) Find(fact, $"comes of a candle that lacks {from} to {to}");
            else if (to <= signal.Candle && signal.Candle < FirstAfter(to, signal.Seconds, isForming ? CleanLeast : CleanLeast - 1))
                Find(fact, $"comes too soon after {from} to {to}");
        }
    }

    private void Find(in DeskFact fact, string what) => Findings.Add(string.Create(CultureInfo.InvariantCulture,
        $"Seed {_seed}: signal {fact.Signal.Number} of run {fact.Signal.Run} at {fact.At}, candle {fact.Signal.Candle}, {what}."));

    /// <summary>The start of the candle that follows so many whole ones after that moment.</summary>
    private static Instant FirstAfter(Instant moment, int seconds, int whole)
    {
        var since = Math.Max(0, (moment - TestPlans.Open + Instant.NanosPerSecond - 1) / Instant.NanosPerSecond);
        return TestPlans.Open.PlusSeconds((((since + seconds - 1) / seconds) + whole) * seconds);
    }

    private static Instant Later(Instant one, Instant other) => one > other ? one : other;

    private static Instant OnMinute(Instant at) => Instant.FromUnixSeconds(at.UnixSeconds / 60 * 60);
}
