using TradingDesk.Cli.CommandLine;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Engine.Storage.Sqlite.Journal;
using TradingDesk.Tests.Cli;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Processes;

/// <summary>A kill switch on a real desk that is killed itself right afterwards: it stays latched, and what was begun is ended.</summary>
[Collection(ProcessCollection.Name), Trait("Speed", "Slow")]
public sealed class KilledTradingTests
{
    private const string Account = "PAPER-1";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task A_kill_outlives_the_desk_and_its_positions_are_left_by_the_next()
    {
        using var folder = new TempFolder();
        var data = folder.File("data");
        await using (var desk = DeskProcess.LaunchOn(data, "--MARKET_SPEED", "20"))
        {
            using var line = await DeskDoor.OpenAsync(desk);
            await HoldAsync(line);
            Assert.Equal(ExitCodes.Good, CliRun.Of("kill", "--reason", "drill", "--data", data).ExitCode);
            desk.Send(ProcessSignal.Kill);
            await desk.ExitCodeAsync();
        }

        await using (var desk = DeskProcess.LaunchOn(data, "--MARKET_SPEED", "20"))
        {
            using var line = await DeskDoor.OpenAsync(desk);
            Assert.Equal("killed", (await BuyAsync(line)).Code);
            await DoneAsync(line);
            Assert.All((await line.AccountsAsync())[0].Positions, held => Assert.Equal(0, held.Units));
            Assert.Equal(ExitCodes.Good, CliRun.Of("rearm", "--reason", "drill over", "--confirm", "--data", data).ExitCode);
            Assert.Equal("accepted", (await BuyAsync(line)).Code);
            desk.Send(ProcessSignal.Terminate);
            await desk.ExitCodeAsync();
        }

        AssertNothingEnteredWhileKilled(data);
        var verify = CliRun.Of("verify", data);
        Assert.True(verify.ExitCode == ExitCodes.Good, verify.Out + verify.Error);
    }

    [Fact]
    public async Task A_kill_of_a_stopped_desk_is_in_force_from_its_next_start()
    {
        using var folder = new TempFolder();
        var data = folder.File("data");
        await using (var desk = DeskProcess.LaunchOn(data, "--MARKET_SPEED", "20"))
        {
            using var line = await DeskDoor.OpenAsync(desk);
            await HoldAsync(line);
            desk.Send(ProcessSignal.Kill);
            await desk.ExitCodeAsync();
        }

        var killed = CliRun.Of("kill", "--reason", "behind it", "--no-flatten", "--data", data);
        Assert.True(killed.ExitCode == ExitCodes.Good, killed.Error);

        await using (var desk = DeskProcess.LaunchOn(data, "--MARKET_SPEED", "20"))
        {
            using var line = await DeskDoor.OpenAsync(desk);
            Assert.Equal("killed", (await BuyAsync(line)).Code);
            var kill = Assert.Single(await line.KillsAsync());
            Assert.Equal(("console", "behind it"), (kill.By, kill.Reason));
            await DoneAsync(line);
            Assert.Equal(0, (await line.AccountsAsync())[0].OpenOrders);
            Assert.Contains((await line.AccountsAsync())[0].Positions, held => held.Units > 0);
            desk.Send(ProcessSignal.Terminate);
            await desk.ExitCodeAsync();
        }

        AssertNothingEnteredWhileKilled(data);
        var verify = CliRun.Of("verify", data);
        Assert.True(verify.ExitCode == ExitCodes.Good, verify.Out + verify.Error);
    }

    /// <summary>One position, and one entry that waits far from the market.</summary>
    private static async Task HoldAsync(DeskDoor line)
    {
        await Patience.UntilAsync(async () => (await BuyAsync(line)).Accepted, _patience, "an order was taken");
        await Patience.UntilAsync(
            async () => (await line.AccountsAsync())[0].Positions.Any(held => held.Units > 0), _patience, "it traded");
        var last = (await line.AccountsAsync())[0].Positions[0].Last;
        var limit = Price.FromRupees(decimal.Round(last * 0.95m));
        var waiting = await line.AskAsync(Account, Wanted(OrderType.Limit) with { Price = limit });
        Assert.True(waiting.Accepted, waiting.Sentence);
    }

    private static Task<OperatorAnswer> BuyAsync(DeskDoor line) => line.AskAsync(Account, Wanted(OrderType.Market));

    private static PlaceOrder Wanted(OrderType type) => new("1:2885", Side.Buy, Product.Mis, type, new Quantity(5));

    private static async Task DoneAsync(DeskDoor line) => await Patience.UntilAsync(
        async () => (await line.KillsAsync())[0].Stage == KillStage.Done, _patience, "the kill was at its end");

    /// <summary>Between each kill and its end the journal has no entry that was accepted or claimed.</summary>
    private static void AssertNothingEnteredWhileKilled(string data)
    {
        var journal = new JournalReader(Path.Combine(data, "simulated", "journal.db"));
        var (isKilled, kills) = (false, 0);
        foreach (var record in journal.ReadAll(new InstrumentTable(journal.Instruments())).SelectMany(page => page.Records))
        {
            var fact = record.Fact;
            if (fact.Kind == FactKind.KillLatched) (isKilled, kills) = (true, kills + 1);
            if (fact.Kind == FactKind.KillCleared) isKilled = false;
            Assert.False(isKilled && fact is { Kind: FactKind.IntentAccepted, Intent.Role: IntentRole.Entry }, "An entry was accepted.");
        }

        Assert.Equal(1, kills);
    }
}
