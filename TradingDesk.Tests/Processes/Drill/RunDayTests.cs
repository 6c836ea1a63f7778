using System.Globalization;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Tests.Cli;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Processes.Drill;

/// <summary>
/// The simulated market trades by itself: six runs on three accounts, killed in the middle and started again, flat at the end. Books add up
/// to accounts and accounts to trades, and every order of a run says why it was given.
/// </summary>
[Collection(ProcessCollection.Name), Trait("Speed", "Slow")]
public sealed class RunDayTests
{
    private const int ShortKills = 3;
    private const int LongKills = 40;
    private const int LooksMost = 50;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(90);

    private static readonly (string Account, string Words)[] _runs =
    [
        ("PAPER-1", "strategy=ma_crossover instrument=1:2885 timeframe=1m quantity=lots:50 short_window=3 long_window=8"),
        ("PAPER-1", "strategy=ma_crossover instrument=1:11536 timeframe=1m quantity=risk:1 capital=300000 short_window=4 long_window=9"),
        ("RUN-2", "strategy=scalper instrument=1:1594 timeframe=1m quantity=capital:50 min_confidence=0"),
        ("RUN-2", "strategy=rsi_reversal instrument=1:3045 timeframe=1m quantity=lots:40 min_confidence=0"),
        ("RUN-3", "strategy=ma_crossover instrument=NIFTY contract=atm timeframe=1m product=nrml quantity=lots:2 short_window=3 "
            + "long_window=8"),
        ("RUN-3", "strategy=ma_crossover instrument=NIFTY contract=future timeframe=1m product=nrml capital=900000 quantity=capital:100 "
            + "short_window=2 long_window=7"),
    ];

    private int _key;

    [Fact]
    public async Task Six_runs_on_three_accounts_outlive_kills_and_end_flat()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
        var dice = new Random(seed);
        using var folder = new TempFolder();
        var data = folder.File("data");
        var journal = Path.Combine(data, "simulated", "journal.db");
        await using (var desk = DeskProcess.LaunchOn(data, "--MARKET_SPEED", "60"))
        {
            using var line = await OpenAsync(desk);
            await DeclareAsync(line);
            await TradeAsync(dice);
            await desk.KillAsync();
        }

        for (var kills = LongRun.IsWanted ? LongKills : ShortKills; kills > 0; kills--)
        {
            await using var desk = DeskProcess.LaunchOn(data, "--MARKET_SPEED", "60");
            using var line = await OpenAsync(desk);
            await AssertAddsUpAsync(line, journal);
            await AssertWorkAsync(line);
            await TradeAsync(dice);
            await desk.KillAsync();
        }

        await KillSwitchAsync(data, journal, dice);
        await EndAsync(data, journal);
        AssertExplained(JournalTruth.Read(journal));
        var verify = CliRun.Of("verify", data);
        Assert.True(verify.ExitCode == ExitCodes.Good, verify.Out + verify.Error);
        TestContext.Current.TestOutputHelper!.WriteLine(verify.Out);
    }

    /// <summary>
    /// The kill switch in the middle of it all, the process killed right after: the next one is killed still, and leaves what is held.
    /// Somebody re-arms it and starts the runs again.
    /// </summary>
    private async Task KillSwitchAsync(string data, string journal, Random dice)
    {
        await using (var desk = DeskProcess.LaunchOn(data, "--MARKET_SPEED", "60"))
        {
            using var line = await OpenAsync(desk);
            await AssertWorkAsync(line);
            await TradeAsync(dice);
            await GiveAsync(line, "", new KillDesk(KillReach.Positions, "the drill's"));
            await desk.KillAsync();
        }

        await using var again = DeskProcess.LaunchOn(data, "--MARKET_SPEED", "60");
        using var open = await OpenAsync(again);
        await Patience.UntilAsync(
            async () => await KillOf(open) is { Stage: KillStage.Done }, _patience, "the kill switch had done what it does");
        Assert.All((await KillOf(open))!.Positions, held => Assert.Equal(0, held.Units));
        Assert.All(await RunsOf(open), run => Assert.Equal(("halted", 0), (run.State, run.Holds.Count)));
        await AssertAddsUpAsync(open, journal);
        await GiveAsync(open, "", new RearmDesk(RearmConsent.Confirmed, "the drill goes on"));
        for (short run = 1; run <= _runs.Length; run++)
            await GiveAsync(open, _runs[run - 1].Account, new MoveRun(new RunId(run), RunAction.Start));
        await TradeAsync(dice);
        await again.KillAsync();
    }

    private static async Task<OperatorKill?> KillOf(OperatorLine line) =>
        (await line.AskAsync(new OperatorRequest(0) { Ask = OperatorRequest.Kills }, CancellationToken.None)).Kills is [var kill, ..]
            ? kill : null;

    private async Task DeclareAsync(OperatorLine line)
    {
        foreach (var account in (string[])["RUN-2", "RUN-3"])
            await GiveAsync(line, account, new OpenAccount(Money.FromRupees(20_00_000)));
        foreach (var (account, words) in _runs) await GiveAsync(line, account, new DeclareRun(words));
        for (short run = 1; run <= _runs.Length; run++)
            await GiveAsync(line, _runs[run - 1].Account, new MoveRun(new RunId(run), RunAction.Start));
    }

    private async Task GiveAsync(OperatorLine line, string account, DeskCommand command)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"day-{++_key}");
        var answer = await line.AskAsync(
            new OperatorRequest(_key) { Account = account, Key = key, Command = command.ToText() }, CancellationToken.None);
        Assert.True(answer.Accepted, $"{command.ToText()}: {answer.Sentence}");
    }

    /// <summary>The market goes on for some of its minutes; when it is cut off is the experiment.</summary>
    private static Task TradeAsync(Random dice) => Task.Delay(dice.Next(6_000, 12_000));

    private static async Task<OperatorLine> OpenAsync(DeskProcess desk)
    {
        OperatorLine? line = null;
        await desk.ListeningAsync();
        await Patience.UntilAsync(
            () => (line ??= OperatorLine.TryOpen(desk.DataFolder, out _)) is not null, _patience, "the desk opened its door");
        await Patience.UntilAsync(
            async () => (await AccountsOf(line!)).Count > 0, _patience, "the desk had joined its past");
        return line!;
    }

    private static async Task<IReadOnlyList<OperatorAccount>> AccountsOf(OperatorLine line) =>
        (await line.AskAsync(new OperatorRequest(0) { Ask = OperatorRequest.Accounts }, CancellationToken.None)).Accounts ?? [];

    private static async Task<IReadOnlyList<OperatorRun>> RunsOf(OperatorLine line) =>
        (await line.AskAsync(new OperatorRequest(0) { Ask = OperatorRequest.Runs }, CancellationToken.None)).Runs ?? [];

    /// <summary>All six work again, whatever was cut off.</summary>
    private static async Task AssertWorkAsync(OperatorLine line)
    {
        var standing = "";
        await Patience.UntilAsync(
            async () =>
            {
                var runs = await RunsOf(line);
                standing = string.Join("; ", runs.Select(run => $"{run.Number} {run.Standing}"));
                return runs.Count == _runs.Length && runs.All(run => run.State == "running");
            },
            _patience, $"all runs work ({standing})");
    }

    /// <summary>They trade on meanwhile, so that the two may have been read a trade apart: then both are read again.</summary>
    private static async Task AssertAddsUpAsync(OperatorLine line, string journal)
    {
        var difference = "";
        for (var look = 0; look < LooksMost; look++)
        {
            var accounts = await AccountsOf(line);
            difference = TradingDrillTests.DifferenceOf(JournalTruth.Read(journal), accounts);
            if (difference.Length == 0) return;
        }

        Assert.Fail(difference);
    }

    /// <summary>Every run is flattened, the desk stopped in good order.</summary>
    private async Task EndAsync(string data, string journal)
    {
        await using var desk = DeskProcess.LaunchOn(data, "--MARKET_SPEED", "60");
        using (var line = await OpenAsync(desk))
        {
            await AssertWorkAsync(line);
            for (short run = 1; run <= _runs.Length; run++)
                await GiveAsync(line, _runs[run - 1].Account, new MoveRun(new RunId(run), RunAction.Flatten));
            await Patience.UntilAsync(
                async () => (await RunsOf(line)).All(run => run.Holds.Count == 0), _patience, "every run is flat");
            await AssertAddsUpAsync(line, journal);
            var (runs, accounts) = (await RunsOf(line), await AccountsOf(line));
            Assert.Equal(accounts.Sum(account => account.Worth - account.PaidIn), runs.Sum(run => run.Net));
            TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', runs.Select(run => string.Create(CultureInfo.InvariantCulture,
                $"{run.Number} {run.Strategy} on {run.Instrument}: {run.Signals} signals, {run.Trades} trades, net {run.Net}"))));
        }

        desk.Send(ProcessSignal.Terminate);
        Assert.Equal(0, await desk.ExitCodeAsync());
    }

    /// <summary>Each order of a run goes back to a signal, a stop, a target or the end of something.</summary>
    private static void AssertExplained(JournalTruth truth)
    {
        var signals = truth.Signals.Select(fact => (fact.Signal.Run, fact.Signal.Number)).ToHashSet();
        Assert.NotEmpty(signals);
        Assert.True(truth.Fills >= _runs.Length, $"{truth.Fills} trades prove nothing.");
        foreach (var fact in truth.RunIntents)
        {
            var isOwn = fact.Intent.Signal > 0 && signals.Contains((fact.Intent.Run, fact.Intent.Signal));
            var isExplained = isOwn || fact.Intent.Role != IntentRole.Entry;
            Assert.True(isExplained, $"Intent {fact.Intent.Number} of run {fact.Intent.Run} has no signal.");
        }

        Assert.Equal(truth.Tags.Count, truth.Tags.Distinct().Count());
    }
}
