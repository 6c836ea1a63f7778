using Microsoft.Extensions.Logging;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Indicators;

namespace TradingDesk.Engine.Hosting.Warmth;

/// <summary>
/// Keeps the copies of the indicators' states that the engine makes every 30 s of market time, at most one a second on a hurried market,
/// and each only after its candles are stored: a snapshot never knows more than the store. Driven by one thread of the host.
/// </summary>
internal sealed class SnapshotWriter(
    StateCopy copy, InstrumentTable instruments, WrittenMark written, IndicatorStore store, TimeProvider time, ILogger log)
{
    private const int LookEveryMilliseconds = 50;
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    private long? _keptAt;
    private bool _failed;

    /// <summary>Keeps copies until told to stop, then the last one that the stopped engine made.</summary>
    public void Run(CancellationToken stop)
    {
        while (!stop.WaitHandle.WaitOne(LookEveryMilliseconds)) Look();
        if (copy.IsFull && written.Through >= copy.AfterFact && Keep() is { } hash)
            WarmthLog.LastSnapshotKept(log, copy.MarketTime.ToString(), hash);
    }

    /// <summary>Keeps the copy that waits if its candles are stored and the last one was not just kept.</summary>
    public void Look()
    {
        if (!copy.IsFull || written.Through < copy.AfterFact) return;
        if (_keptAt is { } kept && time.GetElapsedTime(kept) < _pause) return;
        Keep();
        copy.Release();
        _keptAt = time.GetTimestamp();
    }

    private string? Keep()
    {
        var bytes = SnapshotCodec.Write(copy, instruments, written.Revision);
        var now = Instant.From(time.GetUtcNow());
        var snapshot = new StoredSnapshot(SnapshotCodec.Format, copy.MarketTime, now, copy.IndicatorVersion, bytes);
        var isKept = store.TryKeep(snapshot, out var refusal);
        if (!isKept && !_failed) WarmthLog.SnapshotNotKept(log, copy.MarketTime.ToString(), refusal);
        _failed = !isKept;
        return isKept ? snapshot.ComputeStateHash() : null;
    }
}
