using System.Globalization;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Cli;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Processes.Drill;

/// <summary>
/// An hour of the market at sixty times its speed: a client trades on three accounts, fifty wishes a second, and the desk is killed twenty
/// times meanwhile. What was promised is kept, nothing went out twice, and every rupee is where the trades put it.
/// </summary>
[Collection(ProcessCollection.Name), Trait("Speed", "Slow")]
public sealed class TradingDrillTests
{
    private const int ShortKills = 20;
    private const int LongKills = 200;
    private const int LooksMost = 50;

    [Fact]
    public async Task Promises_outlive_kills_and_every_rupee_is_where_the_trades_put_it()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
        var (dice, trader) = (new Random(seed), new ScriptedTrader(seed));
        using var folder = new TempFolder();
        var data = folder.File("data");
        var journal = Path.Combine(data, "simulated", "journal.db");

        for (var kills = LongRun.IsWanted ? LongKills : ShortKills; kills > 0; kills--)
        {
            await using var desk = DeskProcess.LaunchOn(data, "--MARKET_SPEED", "60");
            using var line = await DeskDoor.OpenAsync(desk);
            await AssertHoldsAsync(journal, trader, line);
            await (kills % 2 == 0 ? KillAtAnyMomentAsync(desk, line, trader, dice) : KillAtAnAnswerAsync(desk, line, trader, dice));
            AssertPromises(JournalTruth.Read(journal), trader);
        }

        await AssertVerifiesAsync(data, journal, trader);
    }

    private static async Task KillAtAnyMomentAsync(DeskProcess desk, DeskDoor line, ScriptedTrader trader, Random dice)
    {
        using var enough = new CancellationTokenSource();
        var trading = trader.TradeAsync(line.Line, enough.Token);
        await Task.Delay(dice.Next(500, 5_500), CancellationToken.None); // The moment of the kill is the experiment.
        await desk.KillAsync();
        await enough.CancelAsync();
        await trading;
    }

    /// <summary>Whoever is told has it for good, also when the desk has no moment left.</summary>
    private static async Task KillAtAnAnswerAsync(DeskProcess desk, DeskDoor line, ScriptedTrader trader, Random dice)
    {
        var left = dice.Next(20, 200);
        trader.Answered = () =>
        {
            if (--left == 0) desk.Send(ProcessSignal.Kill);
        };
        await trader.TradeAsync(line.Line, CancellationToken.None);
        trader.Answered = () => { };
        await desk.ExitCodeAsync();
    }

    /// <summary>Once more, to its end: the desk that is stopped in good order and the re-run of all starts say the same.</summary>
    private static async Task AssertVerifiesAsync(string data, string journal, ScriptedTrader trader)
    {
        await using (var desk = DeskProcess.LaunchOn(data, "--MARKET_SPEED", "60"))
        {
            using (var line = await DeskDoor.OpenAsync(desk)) await AssertHoldsAsync(journal, trader, line);
            desk.Send(ProcessSignal.Terminate);
            Assert.Equal(0, await desk.ExitCodeAsync());
        }

        AssertPromises(JournalTruth.Read(journal), trader);
        var truth = JournalTruth.Read(journal);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{trader.Told.Count} wishes answered, {truth.Fills} fills, {trader.AskedAgain} asked again, {trader.DoneBefore} done before"));
        var taken = new StoppedDesk(data).TagsAcknowledged();
        Assert.Equal(taken.Count, taken.Distinct().Count());
        Assert.Subset(truth.Tags.ToHashSet(), taken.ToHashSet());
        var verify = CliRun.Of("verify", data);
        Assert.True(verify.ExitCode == ExitCodes.Good, verify.Out + verify.Error);
        TestContext.Current.TestOutputHelper!.WriteLine(verify.Out);
        Assert.True(truth.Fills > 100, "The drill traded too little to prove anything.");
    }

    /// <summary>Whatever the client was told is in the journal, once; no name was given twice.</summary>
    private static void AssertPromises(JournalTruth truth, ScriptedTrader trader)
    {
        foreach (var (key, answer) in trader.Told)
        {
            Assert.True(!answer.Accepted || truth.Keys.Contains(key), $"{key} was acknowledged and is not in the journal: {answer}");
            if (answer.Intent > 0) Assert.Equal([answer.Intent], truth.Intents[key].Distinct());
        }

        Assert.All(truth.Intents, wish => Assert.True(wish.Value.Count == 1,
            $"{wish.Key} made the intents {string.Join(", ", wish.Value)}."));
        Assert.Equal(truth.Tags.Count, truth.Tags.Distinct().Count());
    }

    /// <summary>
    /// A desk that has just started holds what the journal's trades add up to. Orders that wait trade on meanwhile, so that the two may
    /// have been read a trade apart: then both are read again.
    /// </summary>
    private static async Task AssertHoldsAsync(string journal, ScriptedTrader trader, DeskDoor line)
    {
        var difference = "";
        for (var look = 0; look < LooksMost; look++)
        {
            var accounts = await trader.ReadAsync(line.Line);
            difference = DifferenceOf(JournalTruth.Read(journal), accounts);
            if (difference.Length == 0) return;
        }

        Assert.Fail(difference);
    }

    /// <summary>What the journal proves that the accounts do not hold, in a sentence; empty when they agree.</summary>
    internal static string DifferenceOf(JournalTruth truth, IReadOnlyList<OperatorAccount> accounts)
    {
        if (!truth.Accounts.SequenceEqual(accounts.Select(account => account.Name))) return "The journal names other accounts.";
        foreach (var account in accounts)
        {
            var held = account.Positions.Where(position => position.Units != 0).ToList();
            var desk = TextOf(held.Select(item => (item.Instrument, item.Product, item.Run, item.Units)));
            var proven = truth.UnitsOf(account.Name);
            if (desk != TextOf(proven)) return $"{account.Name} holds {desk}; the journal proves {TextOf(proven)}.";
            var worth = truth.FlowOf(account.Name) - truth.ChargesOf(account.Name) + held.Sum(item => item.Units * item.Last);
            if (worth != account.Worth)
                return string.Create(CultureInfo.InvariantCulture, $"{account.Name} is worth {account.Worth}; the trades say {worth}.");
        }

        return "";
    }

    private static string TextOf(IEnumerable<(string, Product, int, long)> units) => string.Join(' ', units.Order());
}
