using System.Diagnostics;
using System.Globalization;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Engine.Trading;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Processes;

/// <summary>
/// A kill switch against clients that fire entries as fast as they are answered, on a whole desk with its journal and its tape: what is
/// measured is the wall's time from the command at the gate to the last new order that reaches the venue.
/// </summary>
[Collection(ProcessCollection.Name), Trait("Speed", "Slow")]
public sealed class KillInTimeTests
{
    private const double MillisecondsMost = 250;
    private const int Rounds = 20;
    private const int Clients = 16;
    private const int PlacesLeast = 200;
    private const int RefusalsLeast = 100;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private TimedVenue? _venue;
    private int _refused;
    private int _keys;

    [Fact]
    public async Task Within_250_ms_of_the_command_no_new_exposure_leaves_whatever_the_load()
    {
        using var folder = new TempFolder();
        using var desk = await HostedDesk.StartAsync(folder.Path, Unpaced, TimeProvider.System, "--MARKET_SPEED", "20");
        using var enough = new CancellationTokenSource();
        var clients = Enumerable.Range(0, Clients).Select(client => Task.Run(() => FireAsync(desk.Gate, client, enough.Token))).ToArray();
        var lasts = new List<double>();
        for (var round = 0; round < Rounds; round++) lasts.Add(await KillAsync(desk.Gate));
        await enough.CancelAsync();
        await Task.WhenAll(clients);
        await desk.StopAsync();

        lasts.Sort();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{_venue!.Places.Count} orders of {Clients} clients reached the venue; after {Rounds} kills the last one came "
            + $"{lasts[Rounds / 2]:0.0} ms (median) and {lasts[^1]:0.0} ms (longest) after the command"));
        Assert.True(lasts[^1] <= MillisecondsMost, $"An order left {lasts[^1]:0} ms after the kill switch.");
    }

    /// <summary>Kills the desk in full flight, and lets go of it; gives how long after the command the last new order left.</summary>
    private async Task<double> KillAsync(CommandGate gate)
    {
        var before = _venue!.Places.Count;
        await Patience.UntilAsync(() => _venue.Places.Count >= before + PlacesLeast, _patience, "orders reached the venue");
        var posted = Stopwatch.GetTimestamp();
        await GiveAsync(gate, new KillDesk(KillReach.Orders, "drill"));
        var refused = Volatile.Read(ref _refused);
        await Patience.UntilAsync(
            () => Stopwatch.GetElapsedTime(posted).TotalMilliseconds > 2 * MillisecondsMost
                && Volatile.Read(ref _refused) >= refused + RefusalsLeast,
            _patience, "entries were refused");
        var last = _venue.Places.Last();
        await GiveAsync(gate, new RearmDesk(RearmConsent.Forced, "drill over"));
        return last <= posted ? 0 : Stopwatch.GetElapsedTime(posted, last).TotalMilliseconds;
    }

    private async Task GiveAsync(CommandGate gate, DeskCommand command)
    {
        var answer = await gate.SubmitAsync(Principal.Console, "", Key(), command);
        Assert.True(answer.Accepted, answer.Sentence);
    }

    /// <summary>Buys and sells in turn, the next as soon as the last was answered.</summary>
    private async Task FireAsync(CommandGate gate, int client, CancellationToken enough)
    {
        for (var order = client; !enough.IsCancellationRequested; order++)
        {
            var side = order % 2 == 0 ? Side.Buy : Side.Sell;
            var wanted = new PlaceOrder("1:2885", side, Product.Mis, OrderType.Market, new Quantity(1));
            var answer = await gate.SubmitAsync(Principal.Console, "PAPER-1", Key(), wanted, CancellationToken.None);
            if (answer.Code == "killed") Interlocked.Increment(ref _refused);
        }
    }

    private string Key() => string.Create(CultureInfo.InvariantCulture, $"drill-{Interlocked.Increment(ref _keys)}");

    /// <summary>Nothing but the kill switch may slow what leaves, or the figure would flatter.</summary>
    private AccountMode Unpaced(AccountMode paper) => paper with
    {
        Rules = paper.Rules with { RequestsPerSecond = 0 },
        Limits = paper.Limits with { TradesPerDay = 1_000_000, DayLossPercent = 10_000, DrawdownPercent = 10_000 },
        Venue = _venue = new TimedVenue(paper.Venue),
    };
}
