namespace TradingDesk.Web.Live.Health;

/// <summary>What this process uses of its machine at a moment.</summary>
/// <param name="CpuPercent">Of all processors since the reading before; null in the first.</param>
/// <param name="PausePercent">Of the time since the reading before, in which all threads stood for the garbage collector.</param>
public sealed record MachineReading(decimal? CpuPercent, decimal? PausePercent)
{
    public int Processors { get; init; }

    public long MemoryBytes { get; init; }

    /// <summary>What the process may have at most.</summary>
    public long MemoryMostBytes { get; init; }

    public long HeapBytes { get; init; }

    /// <summary>Full collections since the start.</summary>
    public int FullCollections { get; init; }

    public int Threads { get; init; }

    /// <summary>Work that waits for a thread of the pool; pages and requests are such work.</summary>
    public long PoolWaiting { get; init; }

    public DiskSpace? Disk { get; init; }
}
