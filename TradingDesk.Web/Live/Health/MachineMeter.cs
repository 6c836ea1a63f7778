using System.Diagnostics;

namespace TradingDesk.Web.Live.Health;

/// <summary>Reads what this process uses: processors, memory, pauses, threads and the disk; driven by one thread.</summary>
public sealed class MachineMeter(DiskMeter disk, TimeProvider time)
{
    private static readonly TimeSpan _threadsEvery = TimeSpan.FromSeconds(10);

    private long _readAt;
    private TimeSpan _cpu;
    private TimeSpan _paused;
    private long _threadsAt;
    private int _threads;

    public MachineReading Read()
    {
        var now = time.GetTimestamp();
        var (cpu, paused) = (Environment.CpuUsage.TotalTime, GC.GetTotalPauseDuration());
        var elapsed = _readAt == 0 ? TimeSpan.Zero : time.GetElapsedTime(_readAt, now);
        var reading = new MachineReading(Share(cpu - _cpu, elapsed * Environment.ProcessorCount), Share(paused - _paused, elapsed))
        {
            Processors = Environment.ProcessorCount,
            MemoryBytes = Environment.WorkingSet,
            MemoryMostBytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
            HeapBytes = GC.GetTotalMemory(forceFullCollection: false),
            FullCollections = GC.CollectionCount(GC.MaxGeneration),
            Threads = CountThreads(now),
            PoolWaiting = ThreadPool.PendingWorkItemCount,
            Disk = disk.Read(),
        };
        (_readAt, _cpu, _paused) = (now, cpu, paused);
        return reading;
    }

    private static decimal? Share(TimeSpan part, TimeSpan whole) =>
        whole > TimeSpan.Zero ? Math.Clamp(100m * part.Ticks / whole.Ticks, 0, 100) : null;

    /// <summary>Counting them reads a file for each, so it is done seldom.</summary>
    private int CountThreads(long now)
    {
        if (_threadsAt != 0 && time.GetElapsedTime(_threadsAt, now) < _threadsEvery) return _threads;
        using var self = Process.GetCurrentProcess();
        (_threads, _threadsAt) = (self.Threads.Count, now);
        return _threads;
    }
}
