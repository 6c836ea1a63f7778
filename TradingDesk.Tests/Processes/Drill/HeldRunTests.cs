using TradingDesk.Cli.CommandLine;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Cli;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Processes.Drill;

/// <summary>A desk whose last process left because a strategy did not come back begins without that run, and says why.</summary>
[Collection(ProcessCollection.Name), Trait("Speed", "Slow")]
public sealed class HeldRunTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_next_start_benches_the_run_that_the_last_one_named()
    {
        using var folder = new TempFolder();
        var data = folder.File("data");
        var journal = Path.Combine(data, "simulated", "journal.db");
        const string Runs = "PAPER-1 strategy=ma_crossover instrument=1:2885 timeframe=1m start=yes";
        await using (var desk = DeskProcess.LaunchOn(data, "--RUNS", Runs))
        {
            using var line = await OpenAsync(desk);
            await UntilAsync(line, run => run.State == "running", "the run of the settings works");
            await desk.KillAsync();
        }

        await File.WriteAllTextAsync($"{journal}.held", "1");
        await using (var desk = DeskProcess.LaunchOn(data))
        {
            using var line = await OpenAsync(desk);
            await UntilAsync(line, run => run.State == "benched", "the run is benched");
            var benched = Assert.Single(await RunsOf(line));
            Assert.Contains("held the desk up", benched.Standing, StringComparison.Ordinal);
            Assert.False(File.Exists($"{journal}.held"));
            desk.Send(ProcessSignal.Terminate);
            Assert.Equal(0, await desk.ExitCodeAsync());
        }

        var verify = CliRun.Of("verify", data);
        Assert.True(verify.ExitCode == ExitCodes.Good, verify.Out + verify.Error);
    }

    private static async Task<OperatorLine> OpenAsync(DeskProcess desk)
    {
        OperatorLine? line = null;
        await desk.ListeningAsync();
        await Patience.UntilAsync(
            () => (line ??= OperatorLine.TryOpen(desk.DataFolder, out _)) is not null, _patience, "the desk opened its door");
        return line!;
    }

    private static Task<TimeSpan> UntilAsync(OperatorLine line, Func<OperatorRun, bool> holds, string what) => Patience.UntilAsync(
        async () => await RunsOf(line) is [var run] && holds(run), _patience, what);

    private static async Task<IReadOnlyList<OperatorRun>> RunsOf(OperatorLine line) =>
        (await line.AskAsync(new OperatorRequest(0) { Ask = OperatorRequest.Runs }, CancellationToken.None)).Runs ?? [];
}
