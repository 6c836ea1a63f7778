using System.Diagnostics;
using System.Globalization;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Primitives.Safety;

namespace TradingDesk.Benchmarks.Trading;

/// <summary>
/// The goal `kill`: from the command of a kill switch at the gate to the last new order that reaches the venue, while clients give orders
/// as fast as they are confirmed; a bound of the clock, for that is what is promised.
/// </summary>
internal static class KillGoal
{
    private const int Clients = 64;
    private const int Accounts = 8;
    private const int Kills = 30;
    private const int OrdersBetween = 1_000;
    private const int RefusedLeast = 1_000;
    private const double Target = 250;

    public static IEnumerable<GoalResult> Run()
    {
        var folder = Directory.CreateTempSubdirectory("tradingdesk-kill-");
        try
        {
            var venue = default(TimedVenue);
            using var path = new JournaledPath(Path.Combine(folder.FullName, "journal.db"),
                paper => WidePaper.Of(paper) with { Venue = venue = new TimedVenue(paper.Venue) });
            for (var account = 0; account < Accounts; account++) path.Open(NameOf(account));
            var times = Measure(path, venue!);
            Array.Sort(times);
            yield return new GoalResult("kill", times[^1], Target, AtMost: true, string.Create(CultureInfo.InvariantCulture,
                $"ms, longest of {Kills} kills, from the command to the last of {venue!.Places} orders of {Clients} clients that reached "
                + $"the venue; median {times[Kills / 2]:0.0} ms"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double[] Measure(JournaledPath path, TimedVenue venue)
    {
        using var enough = new CancellationTokenSource();
        var refused = new long[Clients];
        var clients = Enumerable.Range(0, Clients).Select(client => Task.Run(() => GiveAsync(path, client, refused, enough.Token)));
        var running = Task.WhenAll([.. clients]);
        var times = new double[Kills];
        for (var kill = 0; kill < Kills; kill++) times[kill] = Time(path, venue, kill, refused);
        enough.Cancel();
        running.GetAwaiter().GetResult();
        return times;
    }

    /// <summary>Looks for as long as the bound allows, and until clients were refused, before it says which order was the last.</summary>
    private static double Time(JournaledPath path, TimedVenue venue, int kill, long[] refused)
    {
        var before = venue.Places;
        SpinUntil(() => venue.Places >= before + OrdersBetween);
        var posted = Stopwatch.GetTimestamp();
        Give(path.Gate, $"kill-{kill}", new KillDesk(KillReach.Orders, "measured"));
        var refusedBefore = Sum(refused);
        SpinUntil(() => Stopwatch.GetElapsedTime(posted).TotalMilliseconds > Target && Sum(refused) >= refusedBefore + RefusedLeast);
        var last = venue.Last;
        Give(path.Gate, $"rearm-{kill}", new RearmDesk(RearmConsent.Forced, "measured"));
        return last <= posted ? 0 : Stopwatch.GetElapsedTime(posted, last).TotalMilliseconds;
    }

    private static void Give(CommandGate gate, string key, DeskCommand command)
    {
        var answer = gate.SubmitAsync(Principal.Desk, "", key, command).GetAwaiter().GetResult();
        if (!answer.Accepted) throw new InvalidOperationException(answer.Sentence);
    }

    private static async Task GiveAsync(JournaledPath path, int client, long[] refused, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var answer = await path.AskAsync(NameOf(client % Accounts), client / Accounts).ConfigureAwait(false);
            if (answer.Code == "killed") Volatile.Write(ref refused[client], refused[client] + 1);
            else if (!answer.Accepted) throw new InvalidOperationException(answer.Sentence);
        }
    }

    private static long Sum(long[] counts) => Enumerable.Range(0, counts.Length).Sum(client => Volatile.Read(ref counts[client]));

    private static void SpinUntil(Func<bool> condition)
    {
        while (!condition()) Thread.Sleep(1);
    }

    private static string NameOf(int account) => string.Create(CultureInfo.InvariantCulture, $"PAPER-{account + 1}");
}
