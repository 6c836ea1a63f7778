using System.Collections.Concurrent;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>
/// Reads a candle store from any number of threads on connections of its own, never in the writer's way.
/// What it cannot read it throws as a SqliteException; candles come in ascending order of their starts.
/// </summary>
internal sealed class CandleReader(CandleStore store) : IDisposable
{
    /// <summary>More readers than this at once open a connection for one call.</summary>
    private const int IdleMax = 8;

    private readonly ConcurrentBag<CandleQueries> _idle = [];

    /// <summary>The candles that start at or after one second since 1970 UTC and before another.</summary>
    public IReadOnlyList<Candle> Between(Segment segment, int token, int timeframeSeconds, long fromSecond, long beforeSecond) =>
        Read(queries => queries.ListBetween(segment, token, timeframeSeconds, fromSecond, beforeSecond));

    /// <summary>The newest candles that start before a second, at most <paramref name="count"/>.</summary>
    public IReadOnlyList<Candle> Newest(Segment segment, int token, int timeframeSeconds, long beforeSecond, int count) =>
        Read(queries => queries.Newest(segment, token, timeframeSeconds, beforeSecond, count));

    /// <summary>The start of the newest candle of one instrument in seconds since 1970 UTC, or null without any.</summary>
    public long? LastStart(Segment segment, int token, int timeframeSeconds) =>
        Read(queries => queries.LastStart(segment, token, timeframeSeconds));

    /// <summary>The start of the newest candle of every instrument that has any: two seeks each, whatever the size of the store.</summary>
    public IReadOnlyList<(Segment Segment, int Token, long Second)> LastStarts(int timeframeSeconds) =>
        Read(queries => queries.LastStarts(timeframeSeconds));

    /// <summary>The same candles as <see cref="Between"/> one at a time, as of one moment; holds a connection until the enumeration
    /// ends.</summary>
    public IEnumerable<Candle> Stream(
        Segment segment, int token, int timeframeSeconds, long fromSecond, long beforeSecond = long.MaxValue)
    {
        var queries = Rent();
        var isRead = false;
        try
        {
            foreach (var candle in queries.Between(segment, token, timeframeSeconds, fromSecond, beforeSecond)) yield return candle;
            isRead = true;
        }
        finally
        {
            Return(queries, isRead);
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var queries)) queries.Dispose();
    }

    private T Read<T>(Func<CandleQueries, T> read)
    {
        var queries = Rent();
        var isRead = false;
        try
        {
            var answer = read(queries);
            isRead = true;
            return answer;
        }
        finally
        {
            Return(queries, isRead);
        }
    }

    /// <summary>An idle connection to a file that was removed since would go on answering what nobody else sees.</summary>
    private CandleQueries Rent()
    {
        while (_idle.TryTake(out var queries))
        {
            if (queries.Generation == store.Generation && queries.IsFileThere) return queries;
            queries.Dispose();
        }

        var generation = store.Generation;
        return new CandleQueries(store.OpenReader(), generation);
    }

    /// <summary>A connection that failed, or was left before its end, is not used again.</summary>
    private void Return(CandleQueries queries, bool isSound)
    {
        if (isSound && _idle.Count < IdleMax) _idle.Add(queries);
        else queries.Dispose();
    }
}
