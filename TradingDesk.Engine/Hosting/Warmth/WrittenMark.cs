namespace TradingDesk.Engine.Hosting.Warmth;

/// <summary>
/// Up to which fact every candle told is in the store, as its writer last said. Once the store lacks a candle the mark stays where it is
/// until the next start: no snapshot and no changed indicators may be built on a series with a hole.
/// </summary>
internal sealed class WrittenMark
{
    private const int LookEveryMilliseconds = 5;

    private (long Taken, long Facts) _next;
    private long _through;
    private volatile bool _hasHole;

    /// <summary>The candle store's newest revision when the indicators were grown from it; what is entered later they have not
    /// seen.</summary>
    public long Revision { get; set; }

    public long Through => Volatile.Read(ref _through);

    public void Advance(long through) => Volatile.Write(ref _through, through);

    /// <summary>
    /// The writer's: it has taken in so many candles in all, read up to that fact, and so many still wait. Candles leave it in the order
    /// they came: when those of the last note have, all facts up to it are stored.
    /// </summary>
    public void Note(long taken, int waiting, long facts, bool hasLost)
    {
        _hasHole |= hasLost;
        if (_hasHole || taken - waiting < _next.Taken) return;
        Advance(_next.Facts);
        _next = (taken, facts);
        if (waiting == 0) Advance(facts);
    }

    /// <summary>Waits for a fact's candles; false when the store did not get so far in that time, or never will.</summary>
    public bool WaitFor(long fact, TimeSpan patience, CancellationToken stop)
    {
        for (var waited = 0; Through < fact; waited += LookEveryMilliseconds)
        {
            if (_hasHole || waited >= patience.TotalMilliseconds || stop.WaitHandle.WaitOne(LookEveryMilliseconds)) return false;
        }

        return true;
    }
}
