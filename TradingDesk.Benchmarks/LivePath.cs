using TradingDesk.Benchmarks.Trading;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Tape;
using TradingDesk.Engine.Strategies;
using TradingDesk.Engine.Trading;
using TradingDesk.Engine.Venues.Paper;

namespace TradingDesk.Benchmarks;

/// <summary>The desk as it runs live, from the line on: inbox, engine thread, tape recorder, and a thread that reads the facts.</summary>
internal sealed class LivePath : IDisposable
{
    private const int TapePatienceMilliseconds = 60_000;
    private const ulong PaperSeed = 1;

    private readonly DeskCore _core;
    private readonly Inbox _inbox = new(Limits.InboxDefault, TimeProvider.System);
    private readonly TapeRecorder _recorder;
    private readonly EngineThread _engine;
    private readonly FactReader _facts;
    private readonly FactConsumer _consume;
    private readonly Thread[] _threads;
    private volatile bool _stopped;
    private long _posted;

    /// <param name="plan">What the desk runs by.</param>
    /// <param name="consume">What is done with each fact, on a thread of its own.</param>
    /// <param name="wakeJournal">Called on the engine's thread after each input that said something about money.</param>
    /// <param name="strategies">What may run on it; the catalogue unless a measurement names others.</param>
    /// <param name="mode">Makes another mode of paper's; wide limits if none is given.</param>
    public LivePath(
        DeskPlan plan,
        FactConsumer consume,
        Action? wakeJournal = null,
        IReadOnlyList<StrategyDescription>? strategies = null,
        Func<AccountMode, AccountMode>? mode = null)
    {
        _consume = consume;
        var paper = new PaperMarket(plan, PaperRules.Default, PaperSeed);
        _core = new DeskCore(plan, paper, strategies, mode ?? WidePaper.Of);
        _facts = _core.Outbox.AddReader();
        _recorder = new TapeRecorder(_core.Outbox.Capacity / 4, TapePatienceMilliseconds);
        _engine = new EngineThread(_core, paper, _inbox, _recorder, wakeJournal ?? (() => { }),
            broken => Environment.FailFast("The engine broke.", broken));
        _threads = [new Thread(ReadFacts), new Thread(EmptyTape)];
        foreach (var thread in _threads) thread.Start();
        _engine.Start();
    }

    public LevelBoard Board => _core.Board;

    public Inbox Inbox => _inbox;

    /// <summary>One more reader of its facts, to be added before the first input.</summary>
    public FactReader AddReader() => _core.Outbox.AddReader();

    public void Post(ReadOnlySpan<RecordedTick> ticks)
    {
        foreach (ref readonly var tick in ticks) _inbox.Post(tick.ToInput(), CancellationToken.None);
        _posted += ticks.Length;
    }

    /// <summary>Waits until the engine has processed all that was posted; a time input makes it show its counts.</summary>
    public void Settle()
    {
        _inbox.Post(DeskInput.Time(default), CancellationToken.None);
        _posted++;
        while (_core.Board.ReadCounters().Inputs < _posted) Thread.Sleep(1);
    }

    /// <summary>Ends the engine after what was posted, then its readers after what it said.</summary>
    public void Stop()
    {
        _engine.DrainAndStop();
        _stopped = true;
        foreach (var thread in _threads) thread.Join();
    }

    public void Dispose()
    {
        if (!_stopped) Stop();
        _recorder.Dispose();
    }

    private void ReadFacts()
    {
        while (true)
        {
            var last = _stopped;
            while (_facts.TryRead(out var fact)) _consume(fact);
            if (last) return;
            Thread.Sleep(1);
        }
    }

    private void EmptyTape()
    {
        while (true)
        {
            var last = _stopped;
            while (_recorder.TakeFull(1) is { } page) _recorder.GiveBack(page);
            if (last) return;
        }
    }
}
