using System.Diagnostics;
using System.Globalization;
using TradingDesk.Engine.Line;

namespace TradingDesk.Benchmarks.Queues;

/// <summary>The command `queues`: the desk's ring against a bounded channel, the figures behind the decision record on the line.</summary>
internal static class QueueComparison
{
    private const int Inputs = 4_000_000;
    private const int RoundsMeasured = 7;
    private const int Pings = 2_000;

    private static readonly RecordedTick[] _ticks = RecordedTicks.Make(10_000, 50, 4);

    public static int Run()
    {
        foreach (var writers in new[] { 1, 4 })
        {
            var times = Rounds.Compare(() => TimeThrough(new RingQueue(), writers), () => TimeThrough(new ChannelQueue(), writers), RoundsMeasured);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ring against channel, {writers} writers: {times.Describe(Inputs, "input")}"));
        }

        foreach (var queue in new Func<ILineQueue>[] { () => new RingQueue(), () => new ChannelQueue() })
        {
            var name = queue().GetType().Name;
            var made = queue();
            var bytes = GC.GetTotalAllocatedBytes(precise: true);
            Figures.PrintLatency($"{name}-idle-to-read", PingTimes(made));
            Figures.Print($"{name}-idle-bytes", (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / Pings, "B per input, one sleep each");
            bytes = GC.GetTotalAllocatedBytes(precise: true);
            TimeThrough(queue(), writers: 1);
            Figures.Print($"{name}-bytes", (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / Inputs, "B per input, the queue's own memory included");
        }

        return 0;
    }

    private static double TimeThrough(ILineQueue queue, int writers)
    {
        var start = Stopwatch.GetTimestamp();
        var threads = Enumerable.Range(0, writers).Select(_ => new Thread(() => Write(queue, Inputs / writers))).ToArray();
        foreach (var thread in threads) thread.Start();
        for (var read = 0; read < Inputs;)
        {
            if (queue.TryRead(out _)) read++;
            else queue.WaitForInput();
        }

        foreach (var thread in threads) thread.Join();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    private static void Write(ILineQueue queue, int count)
    {
        for (var i = 0; i < count; i++) queue.Post(_ticks[i % _ticks.Length].ToInput());
    }

    /// <summary>Nanoseconds from a post to its read by a thread that slept, a few milliseconds apart.</summary>
    private static long[] PingTimes(ILineQueue queue)
    {
        var times = new long[Pings];
        var read = 0;
        var reader = new Thread(() =>
        {
            while (read < Pings)
            {
                if (queue.TryRead(out var input))
                {
                    times[read] = Stopwatch.GetTimestamp() - input.MonotonicNanos;
                    Volatile.Write(ref read, read + 1);
                }
                else
                {
                    queue.WaitForInput();
                }
            }
        });
        reader.Start();
        for (var i = 0; i < Pings; i++)
        {
            while (Volatile.Read(ref read) < i) Thread.Sleep(0);
            Thread.Sleep(1);
            queue.Post(_ticks[0].ToInput());
        }

        reader.Join();
        return times;
    }
}
