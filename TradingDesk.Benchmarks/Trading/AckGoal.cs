using System.Diagnostics;
using System.Globalization;
using TradingDesk.Benchmarks.Storage;
using TradingDesk.Engine.Commands;

namespace TradingDesk.Benchmarks.Trading;

/// <summary>
/// The goal `ack`: from the moment a client means to give an order until it is told that the order is durable, on a disk that takes ten
/// milliseconds more to force a file; a bound of the clock, for the injected time is one.
/// </summary>
internal static class AckGoal
{
    private const string Account = "PAPER-1";
    private const int ForceMilliseconds = 10;
    private const int EveryMilliseconds = 20;
    private const int WarmUps = 100;
    private const int Intents = 1_500;
    private const double Target = 30;

    public static IEnumerable<GoalResult> Run()
    {
        var folder = Directory.CreateTempSubdirectory("tradingdesk-ack-");
        try
        {
            using var disk = new SlowDisk(TimeSpan.FromMilliseconds(ForceMilliseconds));
            double[] times;
            int forced;
            using (var path = new JournaledPath(Path.Combine(folder.FullName, "journal.db")))
            {
                path.Open(Account);
                Measure(path, WarmUps);
                forced = disk.Forced;
                times = Measure(path, Intents);
                forced = disk.Forced - forced;
            }

            Array.Sort(times);
            yield return new GoalResult("ack", times[Intents * 99 / 100], Target, AtMost: true, string.Create(CultureInfo.InvariantCulture,
                $"ms, p99 of {Intents} intents at {1_000 / EveryMilliseconds} a second, {ForceMilliseconds} ms added to each of {forced} "
                + $"times a file was forced; p50 {times[Intents / 2]:0.0} ms, longest {times[^1]:0.0} ms"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Each from the time it was due, so that a late client hides nothing.</summary>
    private static double[] Measure(JournaledPath path, int count)
    {
        var answers = new Task<double>[count];
        var start = Stopwatch.GetTimestamp();
        for (var intent = 0; intent < count; intent++)
        {
            var due = start + (intent * EveryMilliseconds * Stopwatch.Frequency / 1_000);
            var early = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
            if (early > TimeSpan.Zero) Thread.Sleep(early);
            answers[intent] = TimeAsync(path.AskAsync(Account, intent), due);
        }

        return Task.WhenAll(answers).GetAwaiter().GetResult();
    }

    private static async Task<double> TimeAsync(Task<CommandReceipt> asked, long due)
    {
        var answer = await asked.ConfigureAwait(false);
        if (!answer.Accepted) throw new InvalidOperationException(answer.Sentence);
        return Stopwatch.GetElapsedTime(due).TotalMilliseconds;
    }
}
