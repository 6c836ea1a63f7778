using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Tape;
using TradingDesk.Engine.Venues.Paper;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Determinism;

public sealed class QueuedAndObservedTests
{
    private static readonly DeskPlan _plan = TestPlans.Live(TradingCalendar.AlwaysOpen, 5, 5, 60, 300) with
    {
        Indicators = "SMA:9,EMA:21,RSI:14,SUPERTREND:10:3",
    };

    private static readonly DeskInput[] _inputs =
    [
        DeskInput.Started(TestPlans.Midnight, _plan),
        DeskInput.HistoryEnd(TestPlans.Midnight),
        .. new TickStream(71, 5, live: true).Between(TestPlans.Midnight, TestPlans.Midnight.PlusSeconds(3_000)),
    ];

    /// <summary>
    /// In words: called directly, through the line and its thread, or while two hundred observers read the board and the facts a
    /// hundred times a second, the desk says the same; and so does a re-run of the tape it kept.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    public void The_line_and_its_observers_change_no_fact(int observers)
    {
        using var folder = new TempFolder();
        var direct = Direct();

        var queued = Queued(folder.Path, observers);
        using var rerun = new TapeRerun(folder.Path);
        var check = rerun.Run();

        Assert.True(direct.Count > 10_000);
        Assert.Equal(direct, queued);
        Assert.True(check.Identical, check.Difference);
        Assert.Equal(direct, (check.Facts, check.Hash));
    }

    private static (long Count, string Hash) Direct()
    {
        var desk = new DirectDesk(_plan);
        using var hash = new FactHash();
        foreach (ref readonly var input in _inputs.AsSpan())
        {
            desk.Process(input);
            while (desk.TryRead(out var fact)) hash.Add(fact);
        }

        return (hash.Count, hash.ToString());
    }

    private static (long Count, string Hash) Queued(string folder, int observers)
    {
        var core = new DeskCore(_plan);
        var inbox = new Inbox(1_000, TimeProvider.System);
        var facts = core.Outbox.AddReader();
        using var recorder = new TapeRecorder(core.Outbox.Capacity / 4, patienceMilliseconds: 60_000);
        var shelf = new TapeShelf(folder, int.MaxValue, long.MaxValue);
        using var tape = new TapeWriter(recorder, core.Outbox.AddReader(), shelf, TimeProvider.System);
        using var hash = new FactHash();
        using var stop = new CancellationTokenSource();
        Exception? broken = null;
        var paper = new PaperMarket(_plan, PaperRules.Default, seed: 1);
        var engine = new EngineThread(core, paper, inbox, recorder, () => { }, exception => broken = exception);
        List<Thread> threads =
        [
            new(() => KeepUntilStopped(() => tape.WriteNext(5), stop.Token)),
            new(() => KeepUntilStopped(() => Take(facts, hash), stop.Token)),
        ];
        for (var i = 0; i < observers; i++) threads.Add(new(() => Observe(core, stop.Token), maxStackSize: 128 * 1_024));
        foreach (var thread in threads) thread.Start();

        engine.Start();
        foreach (ref readonly var input in _inputs.AsSpan()) inbox.Post(input, CancellationToken.None);
        engine.DrainAndStop();
        stop.Cancel();
        foreach (var thread in threads) thread.Join();

        Assert.Null(broken);
        Assert.Equal((0L, 0L), (engine.Passed, recorder.Lost));
        return (hash.Count, hash.ToString());
    }

    /// <summary>Goes on until told to stop and nothing is left.</summary>
    private static void KeepUntilStopped(Func<bool> step, CancellationToken stop)
    {
        while (true)
        {
            var last = stop.IsCancellationRequested;
            if (step()) continue;
            if (last) return;
            Thread.Yield();
        }
    }

    private static bool Take(FactReader facts, FactHash hash)
    {
        if (!facts.TryRead(out var fact)) return false;
        hash.Add(fact);
        return true;
    }

    private static void Observe(DeskCore core, CancellationToken stop)
    {
        var reader = new FactReader(core.Outbox, core.Outbox.Published);
        var values = new double[core.Board.Rungs.Columns];
        while (!stop.IsCancellationRequested)
        {
            core.Board.ReadCounters();
            reader.TryRead(out _);
            for (var index = 0; index < 5; index++)
            {
                core.Board.Read(new InstrumentId(index), out _, out _, out _);
                core.Board.Rungs.Read(new InstrumentId(index), 1, out _, values, []);
            }

            stop.WaitHandle.WaitOne(10);
        }
    }
}
