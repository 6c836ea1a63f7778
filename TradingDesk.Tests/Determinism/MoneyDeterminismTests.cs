using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Tape;
using TradingDesk.Engine.Venues.Paper;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Determinism;

/// <summary>
/// In words: orders change nothing about the promise. The same ticks, books, commands and words of the journal make the same fills and the
/// same facts, called directly or through the line and its thread, observed or not; and the tape says them again without the venue.
/// </summary>
public sealed class MoneyDeterminismTests
{
    private const int Steps = 700;
    private const int Observers = 20;

    [Fact]
    public void The_same_day_of_trading_is_the_same_twice_and_another_is_not()
    {
        var first = Trade(seed: 5);

        var second = Direct(first.Inputs);

        Assert.Equal(HashOf(first), HashOf(second));
        Assert.True(first.Placed.Count > 50, $"{first.Placed.Count} orders prove too little.");
        Assert.Equal(first.Placed, second.Placed);
        Assert.Equal("", BookPrint.Difference(BookPrint.Of(first.Book), BookPrint.Of(second.Book)));
        Assert.NotEqual(HashOf(first), HashOf(Trade(seed: 6)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Observers)]
    public void Neither_the_line_nor_observers_nor_a_rerun_of_the_tape_change_a_fill(int observers)
    {
        using var folder = new TempFolder();
        var direct = Trade(seed: 7);

        var queued = Queued(direct.Inputs, folder.Path, observers);
        using var rerun = new TapeRerun(folder.Path);
        var check = rerun.Run();

        Assert.Equal(HashOf(direct), queued);
        Assert.Equal((true, ""), (check.Identical, check.Difference));
        Assert.Equal(HashOf(direct), (check.Facts, check.Hash));
    }

    private static (long Count, string Hash) HashOf(PaperRun run) => (run.Hash.Count, run.Hash.ToString());

    private static PaperRun Trade(int seed)
    {
        var trader = new PaperTrader(seed);
        var run = new PaperRun(PaperTrader.Plan, trader.Now, []);
        trader.Begin(run);
        for (var step = 0; step < Steps; step++) trader.Step(run);
        trader.Sync(run);
        return run;
    }

    /// <summary>The start is an input too, which a run takes by itself.</summary>
    private static PaperRun Direct(List<DeskInput> inputs)
    {
        var run = new PaperRun(PaperTrader.Plan, inputs[0].At, []);
        foreach (var input in inputs.Skip(1)) run.Put(input);
        return run;
    }

    private static (long Count, string Hash) Queued(List<DeskInput> inputs, string folder, int observers)
    {
        var paper = new PaperMarket(PaperTrader.Plan, PaperRules.Default, seed: 1);
        var core = new DeskCore(PaperTrader.Plan, paper);
        var inbox = new Inbox(1_000, TimeProvider.System);
        var facts = core.Outbox.AddReader();
        using var recorder = new TapeRecorder(core.Outbox.Capacity / 4, patienceMilliseconds: 60_000);
        var shelf = new TapeShelf(folder, int.MaxValue, long.MaxValue);
        using var tape = new TapeWriter(recorder, core.Outbox.AddReader(), shelf, TimeProvider.System);
        using var hash = new FactHash();
        using var stop = new CancellationTokenSource();
        Exception? broken = null;
        var engine = new EngineThread(core, paper, inbox, recorder, () => { }, exception => broken = exception);
        List<Thread> threads =
        [
            new(() => KeepUntilStopped(() => tape.WriteNext(5), stop.Token)),
            new(() => KeepUntilStopped(() => Take(facts, hash), stop.Token)),
        ];
        for (var i = 0; i < observers; i++) threads.Add(new(() => Observe(core, stop.Token), maxStackSize: 128 * 1_024));
        foreach (var thread in threads) thread.Start();

        engine.Start();
        foreach (var input in inputs) inbox.Post(input, CancellationToken.None);
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
        var money = core.Board.Money;
        while (!stop.IsCancellationRequested)
        {
            for (var account = 0; account < money.AccountCount; account++) money.Accounts.Read(account, out _);
            for (var place = 0; place < money.PositionCount; place++) money.Positions.Read(place, out _);
            for (var place = 0; place < Math.Min(money.OrderCount, money.Orders.Capacity); place++) money.Orders.Read((int)place, out _);
            stop.WaitHandle.WaitOne(10);
        }
    }
}
