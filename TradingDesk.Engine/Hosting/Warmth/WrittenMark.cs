namespace TradingDesk.Engine.Hosting.Warmth;

/// <summary>Up to which fact every candle told is in the store, as its writer last said.</summary>
internal sealed class WrittenMark
{
    private const int LookEveryMilliseconds = 5;

    private long _through;

    public long Through => Volatile.Read(ref _through);

    public void Advance(long through) => Volatile.Write(ref _through, through);

    /// <summary>Waits for a fact's candles; false when the store did not get so far in that time.</summary>
    public bool WaitFor(long fact, TimeSpan patience, CancellationToken stop)
    {
        for (var waited = 0; Through < fact; waited += LookEveryMilliseconds)
        {
            if (waited >= patience.TotalMilliseconds || stop.WaitHandle.WaitOne(LookEveryMilliseconds)) return false;
        }

        return true;
    }
}
