using TradingDesk.Engine;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Warmth;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Determinism;

/// <summary>
/// A desk that lives through restarts, kills and changes, with a store in memory: candles are stored some time after they were told, and
/// a kill loses those that were not.
/// </summary>
internal sealed class RestartingDesk
{
    private const int SnapshotsKept = 10;

    /// <summary>How late the latest ticks come, well beyond the second that is still open for them.</summary>
    private const int LatenessMilliseconds = 5_000;

    private readonly Random _random;
    private readonly Dictionary<InstrumentId, List<Candle>> _stored = new() { [TestPlans.One] = [], [TestPlans.Two] = [] };
    private readonly List<(InstrumentId Id, Candle Candle)> _told = [];
    private readonly List<byte[]> _snapshots = [];
    private readonly long[] _paise = [100_000, 25_000];
    private readonly long[] _volumes = new long[2];
    private DeskPlan _plan;
    private DeskCore _core = null!;
    private FactReader _facts = null!;
    private Instant _now;
    private long _storedThrough;
    private long _commands;

    public RestartingDesk(Random random, Instant start, string indicators)
    {
        (_random, _now) = (random, start);
        _plan = TestPlans.Live(TradingCalendar.AlwaysOpen, 2, 5, 60, 300) with { ClosingLagMilliseconds = 200, Indicators = indicators };
        Start();
    }

    public string Indicators => _core.Board.Rungs.Indicators;

    public int Version => _core.Board.Rungs.IndicatorVersion;

    /// <summary>Ticks, books of time and late storing, for that many seconds.</summary>
    public void Trade(int seconds)
    {
        for (var end = _now.PlusSeconds(seconds); _now < end; _now = _now.PlusMilliseconds(_random.Next(50, 400)))
        {
            for (var index = 0; index < 2; index++)
            {
                if (_random.Next(3) > 0) Tick(index);
            }

            Process(DeskInput.Time(_now));
            if (_random.Next(8) == 0) Store();
        }
    }

    /// <summary>The desk is stopped: all is stored and the last states are kept.</summary>
    public void Stop()
    {
        Store();
        _core.Pipeline.CopyStates();
        Store();
        Rest();
    }

    /// <summary>The desk is killed: what was told and not stored is gone.</summary>
    public void Kill()
    {
        _told.Clear();
        Rest();
    }

    /// <summary>Makes the newest snapshot unreadable.</summary>
    public void DamageSnapshot()
    {
        if (_snapshots.Count > 0) _snapshots[^1] = _snapshots[^1][..^3];
    }

    public void Start()
    {
        _core = new DeskCore(_plan);
        _facts = _core.Outbox.AddReader();
        _storedThrough = 0;
        Process(DeskInput.Started(_now, _plan));
        var restored = Restored();
        foreach (var instrument in _plan.Instruments.All)
        {
            var states = restored?.GetValueOrDefault((instrument.Segment, instrument.Token));
            var warm = Past().AtStart(instrument, _plan.Timeframes, _core.Lists, states, _now.Second);
            Process(DeskInput.Warm(_now, instrument.Id, warm));
        }

        Process(DeskInput.HistoryEnd(_now));
    }

    /// <summary>Changes the lists while the market trades; sometimes the history cannot be had and nothing changes.</summary>
    public void Change(string indicators, bool fails)
    {
        var (before, version) = (Indicators, Version);
        Command(new ChangeIndicators(version, indicators, ""));
        Answer(fails);
        Assert.Equal(fails ? (before, version) : (indicators, version + 1), (Indicators, Version));
        _plan = _plan with { Indicators = Indicators, IndicatorVersion = Version };
    }

    /// <summary>Adds or drops a timeframe while the market trades.</summary>
    public void Change(Timeframe timeframe)
    {
        var timeframes = _plan.Timeframes.Contains(timeframe)
            ? _plan.Timeframes.Where(built => built != timeframe).ToList()
            : [.. _plan.Timeframes.Append(timeframe).Order()];
        Command(new ChangeTimeframes(timeframes));
        if (_core.Board.Wanted is not null) Answer(fails: false);
        _plan = _plan with { Timeframes = timeframes };
    }

    /// <summary>Every indicator's state and every forming candle against those grown from all that is stored, to the bit.</summary>
    public void AssertGrown(string where)
    {
        Store();
        _core.Pipeline.CopyStates();
        var copy = _core.Board.States;
        for (var place = 0; place < copy.Places.Length; place++)
        {
            var (index, rung) = (place / _plan.Timeframes.Count, place % _plan.Timeframes.Count);
            var growing = Grow(new InstrumentId(index), rung, copy.Places[place].NextStart);
            var what = $"{where}, instrument {index}, {_plan.Timeframes[rung].Label}, {copy.Places[place].List}";
            var words = WordsOf(growing.SetOf(rung));
            Assert.True(copy.WordsOf(copy.Places[place]).SequenceEqual(words), $"{what}: {growing.SetOf(rung).Candles} candles are stored");
            _core.Board.Rungs.Read(new InstrumentId(index), rung, out var level, [], []);
            Assert.True(Same(level.Forming, growing.StateOf(rung).Forming), $"{what}, forming");
        }

        copy.Release();
    }

    private static bool Same(in Candle one, in Candle other) =>
        (one.IsEmpty && other.IsEmpty) || (one with { Quality = 0, Gaps = 0 }).Equals(other with { Quality = 0, Gaps = 0 });

    private GrowingInstrument Grow(InstrumentId id, int rung, Instant nextStart)
    {
        var lists = IndicatorLists.Parse(Indicators, _plan.Instruments, out _)!;
        var growing = new GrowingInstrument(_plan.Calendar, TestCalendars.Stocks, _plan.Timeframes, timeframe => lists.For(id, timeframe));
        foreach (var candle in _stored[id].Where(candle => candle.Seconds == 60)) growing.Take(candle);
        foreach (var candle in _stored[id].Where(candle => candle.Seconds == 1)) growing.Take(candle);
        growing.CloseBefore(rung, nextStart);
        return growing;
    }

    private static long[] WordsOf(IndicatorSet set)
    {
        var words = new long[set.StateWords];
        var writer = new StateWriter(words);
        set.Save(ref writer);
        return words;
    }

    private void Answer(bool fails)
    {
        if (_random.Next(2) == 0) Trade(_random.Next(1, 20));
        Store();
        var wanted = _core.Board.Wanted!;
        var lists = IndicatorLists.Parse(wanted.Indicators, _plan.Instruments, out _)!;
        foreach (var instrument in _plan.Instruments.All)
        {
            Process(DeskInput.Warm(_now, instrument.Id, Past().ForChange(instrument, wanted, lists)));
            if (_random.Next(2) == 0) Trade(_random.Next(1, 90));
        }

        Process(DeskInput.WarmedUp(_now, wanted.Request, fails ? RefusalCode.HistoryUnreadable : RefusalCode.None));
    }

    private void Command(DeskCommand command) =>
        Process(DeskInput.Of(_now, new SubmittedCommand(++_commands, "test", command)));

    private Dictionary<(Segment, int), RestoredInstrument>? Restored()
    {
        for (var i = _snapshots.Count - 1; i >= 0; i--)
        {
            if (SnapshotCodec.TryRead(_snapshots[i]) is { } restored) return restored;
        }

        return null;
    }

    private StoredPast Past() => new(_plan.Calendar, (instrument, piece, from, before) => _stored[instrument.Id]
        .Where(c => c.Seconds == piece.Seconds && c.Start.UnixSeconds >= from && c.Start.UnixSeconds < before));

    private void Tick(int index)
    {
        _paise[index] = Math.Max(100, _paise[index] + (5 * _random.Next(-3, 4)));
        _volumes[index] += _random.Next(0, 50);
        var lateness = _random.Next(4) == 0 ? _random.Next(LatenessMilliseconds) : 0;
        var tick = new Tick
        {
            Time = _now.PlusMilliseconds(-lateness),
            Last = Price.FromPaise(_paise[index]),
            DayVolume = _volumes[index],
        };
        Process(DeskInput.Of(_now, new InstrumentId(index), tick));
    }

    private void Process(in DeskInput input)
    {
        _core.Pipeline.Process(input);
        while (_facts.TryRead(out var fact))
        {
            if (fact.Kind == FactKind.CandleClosed) _told.Add((fact.Instrument, fact.Candle));
        }
    }

    /// <summary>What was told is stored, and then the copy of the states that waited for it.</summary>
    private void Store()
    {
        foreach (var (id, candle) in _told.Where(told => told.Candle.Seconds is 1 or 60))
        {
            // A store keeps one row for a start: a candle told again after a kill takes the place of nothing, for the first was lost.
            _stored[id].RemoveAll(kept => kept.Start == candle.Start && kept.Seconds == candle.Seconds);
            _stored[id].Add(candle);
        }

        _told.Clear();
        _storedThrough = _facts.Through;
        var copy = _core.Board.States;
        if (!copy.IsFull || copy.AfterFact > _storedThrough) return;
        _snapshots.Add(SnapshotCodec.Write(copy, _plan.Instruments));
        if (_snapshots.Count > SnapshotsKept) _snapshots.RemoveAt(0);
        copy.Release();
    }

    private void Rest() => _now = _now.PlusMilliseconds(_random.Next(100, 200_000));
}
