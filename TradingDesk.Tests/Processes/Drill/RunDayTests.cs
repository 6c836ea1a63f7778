using System.Globalization;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Tests.Cli;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Processes.Drill;

/// <summary>
/// The simulated market trades by itself on the exchange's sessions: six runs on three accounts, killed in the middle and started again,
/// stopped by the kill switch, flat at the close. Books add up to accounts and accounts to trades, and every order of a run says why it
/// was given. An afternoon; with --long the day from before its open.
/// </summary>
[Collection(ProcessCollection.Name), Trait("Speed", "Slow")]
public sealed class RunDayTests : IDisposable
{
    private const int LooksMost = 50;
    private const string SquareOff = " square-off=15:20";

    private static readonly Instant _from = LongRun.IsWanted ? TestPlans.Open.PlusSeconds(-120) : TestPlans.Close.PlusSeconds(-55 * 60);
    private static readonly Instant _middle = new((_from.Nanos + TestPlans.Close.Nanos) / 2);

    /// <summary>Kills go on until the runs are about to leave; the last start finds them round that time.</summary>
    private static readonly Instant _lastKill = TestPlans.Close.PlusSeconds(-13 * 60);

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

    private readonly Instant _begunAt = Instant.From(TimeProvider.System.GetUtcNow());
    private readonly TempFolder _folder = new();
    private readonly Random _dice;
    private int _kills;

    public RunDayTests()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
        _dice = new Random(seed);
    }

    private string Data => _folder.File("data");

    private string Journal => Path.Combine(Data, "simulated", "journal.db");

    private Instant Now => DayClock.Now(_begunAt, _from);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Six_runs_on_three_accounts_trade_a_day_through_kills_and_end_flat()
    {
        await LiveAsync(DeclareAsync);
        while (Now < _middle) await LiveAsync(AssertWorkAsync);
        await LiveAsync(async door =>
        {
            await AssertWorkAsync(door);
            await door.GiveAsync("", new KillDesk(KillReach.Positions, "the drill's"));
        });
        await LiveAsync(RearmAsync);
        while (Now < _lastKill) await LiveAsync(AssertWorkAsync);

        await EndAsync();
        AssertExplained(JournalTruth.Read(Journal));
        var verify = CliRun.Of("verify", Data);
        Assert.True(verify.ExitCode == ExitCodes.Good, verify.Out + verify.Error);
        TestContext.Current.TestOutputHelper!.WriteLine(verify.Out);
    }

    private DeskProcess Launch() => DeskProcess.LaunchTest(typeof(DayDesk), Data, DayClock.Told(_begunAt, _from));

    /// <summary>A desk starts where the last one was killed, does that, trades for a while and is killed; when is the experiment.</summary>
    private async Task LiveAsync(Func<DeskDoor, Task> asked)
    {
        await using var desk = Launch();
        using var door = await DeskDoor.OpenAsync(desk);
        await AssertAddsUpAsync(door);
        await asked(door);
        await Task.Delay(LongRun.IsWanted ? _dice.Next(10_000, 40_000) : _dice.Next(4_000, 9_000));
        await desk.KillAsync();
        _kills++;
    }

    /// <summary>
    /// The process was killed right after the kill switch: this one is killed still, has left what was held, and is let go.
    /// </summary>
    private async Task RearmAsync(DeskDoor door)
    {
        await Patience.UntilAsync(
            async () => await door.KillsAsync() is [{ Stage: KillStage.Done }], DeskDoor.Patient, "the kill switch had done what it does");
        Assert.All((await door.KillsAsync())[0].Positions, held => Assert.Equal(0, held.Units));
        Assert.All(await door.RunsAsync(), run => Assert.Equal(("halted", 0), (run.State, run.Holds.Count)));
        await AssertAddsUpAsync(door);
        await door.GiveAsync("", new RearmDesk(RearmConsent.Confirmed, "the drill goes on"));
        await StartAsync(door);
    }

    private static async Task DeclareAsync(DeskDoor line)
    {
        foreach (var account in (string[])["RUN-2", "RUN-3"])
            await line.GiveAsync(account, new OpenAccount(Money.FromRupees(20_00_000)));
        foreach (var (account, words) in _runs) await line.GiveAsync(account, new DeclareRun(words + SquareOff));
        await StartAsync(line);
    }

    private static async Task StartAsync(DeskDoor line)
    {
        for (short run = 1; run <= _runs.Length; run++)
            await line.GiveAsync(_runs[run - 1].Account, new MoveRun(new RunId(run), RunAction.Start));
    }

    /// <summary>All six work again, whatever was cut off.</summary>
    private static async Task AssertWorkAsync(DeskDoor line)
    {
        var standing = "";
        await Patience.UntilAsync(
            async () =>
            {
                var runs = await line.RunsAsync();
                standing = string.Join("; ", runs.Select(run => $"{run.Number} {run.Standing}"));
                return runs.Count == _runs.Length && runs.All(run => run.State == "running");
            },
            DeskDoor.Patient, $"all runs work ({standing})");
    }

    /// <summary>They trade on meanwhile, so that the two may have been read a trade apart: then both are read again.</summary>
    private async Task AssertAddsUpAsync(DeskDoor line)
    {
        var difference = "";
        for (var look = 0; look < LooksMost; look++)
        {
            var accounts = await line.AccountsAsync();
            difference = TradingDrillTests.DifferenceOf(JournalTruth.Read(Journal), accounts);
            if (difference.Length == 0) return;
        }

        Assert.Fail(difference);
    }

    /// <summary>The session ends, everything was left before, and the desk is stopped in good order.</summary>
    private async Task EndAsync()
    {
        await using var desk = Launch();
        using (var door = await DeskDoor.OpenAsync(desk))
        {
            await Patience.UntilAsync(() => Now > TestPlans.Close.PlusSeconds(5 * 60), DeskDoor.Patient, "the market closed");
            Assert.All(await door.RunsAsync(), run => Assert.Empty(run.Holds));
            var accounts = await door.AccountsAsync();
            Assert.All(accounts, account => Assert.Equal(0, account.OpenOrders));
            Assert.All(accounts.SelectMany(account => account.Positions), held => Assert.Equal(0, held.Units));
            await AssertAddsUpAsync(door);
            var runs = await door.RunsAsync();
            Assert.Equal(accounts.Sum(account => account.Worth - account.PaidIn), runs.Sum(run => run.Net));
            Tell(runs, JournalTruth.Read(Journal));
        }

        desk.Send(ProcessSignal.Terminate);
        Assert.Equal(0, await desk.ExitCodeAsync());
    }

    private void Tell(IReadOnlyList<OperatorRun> runs, JournalTruth truth)
    {
        var output = TestContext.Current.TestOutputHelper!;
        foreach (var run in runs)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{run.Number} {run.Strategy} on {run.Instrument}: {run.Signals} signals, {run.Trades} trades, net {run.Net}"));
        }

        var acted = truth.Signals.Count(fact => fact.Refusal == RefusalCode.None);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{_kills} kills; {truth.Signals.Count} signals, {acted} acted on, {truth.RunIntents.Count} intents, {truth.Fills} trades"));
        var unheeded = truth.Signals.Where(fact => fact.Refusal != RefusalCode.None).GroupBy(fact => fact.Refusal)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key} {group.Count()}")).Order(StringComparer.Ordinal);
        output.WriteLine($"signals not acted on: {string.Join(", ", unheeded)}");
        output.WriteLine($"refusals: {string.Join(", ", truth.Refusals.Select(why => $"{why.Key} {why.Value}"))}");
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
