using System.Diagnostics;
using System.Globalization;

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
        foreach (var writers in new[] { 1, 4 }) CompareThroughput(writers);
        foreach (var make in new Func<ILineQueue>[] { () => new RingQueue(), () => new ChannelQueue() })
        {
            PrintIdle(make());
            PrintBytes(make());
        }

        return 0;
    }

    private static void CompareThroughput(int writers)
    {
        var times = Rounds.Compare(
            () => TimeThrough(new RingQueue(), writers), () => TimeThrough(new ChannelQueue(), writers), RoundsMeasured);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"ring against channel, {writers} writers: {times.Describe(Inputs, "input")}"));
    }

    /// <summary>What an input costs that finds the reader asleep: time until it is read, and memory.</summary>
    private static void PrintIdle(ILineQueue queue)
    {
        var times = new long[Pings];
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        Ping(queue, times);
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        Figures.PrintLatency($"{queue.GetType().Name}-idle-to-read", times);
        Figures.Print($"{queue.GetType().Name}-idle-bytes", (double)bytes / Pings, "B per input");
    }

    private static void PrintBytes(ILineQueue queue)
    {
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        TimeThrough(queue, writers: 1);
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        Figures.Print($"{queue.GetType().Name}-busy-bytes", (double)bytes / Inputs, "B per input");
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

    /// <summary>Fills in the nanoseconds from each post to its read by a thread that slept.</summary>
    private static void Ping(ILineQueue queue, long[] times)
    {
        var read = 0;
        var reader = new Thread(() =>
        {
            while (read < times.Length)
            {
                if (!queue.TryRead(out var input))
                {
                    queue.WaitForInput();
                    continue;
                }

                times[read] = Stopwatch.GetTimestamp() - input.MonotonicNanos;
                Volatile.Write(ref read, read + 1);
            }
        });
        reader.Start();
        for (var i = 0; i < times.Length; i++)
        {
            while (Volatile.Read(ref read) < i) Thread.Sleep(0);
            Thread.Sleep(1);
            queue.Post(_ticks[0].ToInput());
        }

        reader.Join();
    }
}
