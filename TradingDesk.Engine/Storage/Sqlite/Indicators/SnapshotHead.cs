using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Indicators;

/// <summary>A kept snapshot without its bytes: what a page lists, and what a start looks through before it reads one whole.</summary>
/// <param name="Id">Asks the store for the whole snapshot; counts up, and is never given again.</param>
/// <param name="Format">The form of the bytes.</param>
/// <param name="MarketTime">The line's time up to which the indicators had read candles.</param>
/// <param name="WrittenAt">When it was written.</param>
/// <param name="ListVersion">The version of the indicator list it is of.</param>
/// <param name="Length">Bytes of the snapshot.</param>
/// <param name="StateHash">What <see cref="StoredSnapshot.ComputeStateHash"/> said when it was kept; only reading it whole tells whether it
/// still does.</param>
internal sealed record SnapshotHead(
    long Id, int Format, Instant MarketTime, Instant WrittenAt, int ListVersion, long Length, string StateHash);
