using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Journal;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Processes.Drill;

/// <summary>A strategy that does not come back costs the process and its own run, and nothing else.</summary>
[Collection(ProcessCollection.Name), Trait("Speed", "Slow")]
public sealed class HeldRunTests
{
    private const string Account = "PAPER-1";

    [Fact]
    public async Task A_strategy_that_holds_the_desk_ends_the_process_and_the_next_one_goes_on_without_its_run()
    {
        using var folder = new TempFolder();
        var data = folder.File("data");
        await using (var desk = DeskProcess.LaunchTest(typeof(HoldingDesk), data))
        {
            using var door = await DeskDoor.OpenAsync(desk);
            await DeclareAsync(door, new RunId(1), "strategy=ma_crossover instrument=1:1594 timeframe=1m");
            await UntilAsync(door, runs => runs is [{ State: "running" }], "the first run works");
            await DeclareAsync(door, new RunId(2), "strategy=holding instrument=1:2885 timeframe=1m");
            Assert.Equal(EngineServices.CrashExitCode, await desk.ExitCodeAsync());
        }

        Assert.Equal("2", await File.ReadAllTextAsync(folder.File("data", "simulated", "journal.db.held")));
        await using (var desk = DeskProcess.LaunchTest(typeof(HoldingDesk), data))
        {
            using var door = await DeskDoor.OpenAsync(desk);
            await UntilAsync(door, runs => runs is [{ State: "running" }, { State: "benched" }], "the other run goes on");
            Assert.Contains("held the desk up", (await door.RunsAsync())[1].Standing, StringComparison.Ordinal);
            desk.Send(ProcessSignal.Terminate);
            Assert.Equal(0, await desk.ExitCodeAsync());
        }

        Assert.False(File.Exists(folder.File("data", "simulated", "journal.db.held")));
        Assert.Equal([new RunId(2)], Benched(folder.File("data", "simulated", "journal.db")));
    }

    private static async Task DeclareAsync(DeskDoor door, RunId run, string words)
    {
        await door.GiveAsync(Account, new DeclareRun(words));
        await door.GiveAsync(Account, new MoveRun(run, RunAction.Start));
    }

    private static Task<TimeSpan> UntilAsync(DeskDoor door, Func<IReadOnlyList<OperatorRun>, bool> holds, string what) =>
        Patience.UntilAsync(async () => holds(await door.RunsAsync()), DeskDoor.Patient, what);

    /// <summary>Runs that the journal says held the desk; it is whole.</summary>
    private static RunId[] Benched(string journal)
    {
        var reader = new JournalReader(journal);
        Assert.True(reader.Check().IsSound);
        return
        [
            .. reader.ReadAll(new InstrumentTable(reader.Instruments())).SelectMany(page => page.Records).Select(record => record.Fact)
                .Where(fact => fact.Kind == FactKind.RunMoved && fact.Refusal == RefusalCode.StrategyHeldDesk).Select(fact => fact.Run.Run),
        ];
    }
}
