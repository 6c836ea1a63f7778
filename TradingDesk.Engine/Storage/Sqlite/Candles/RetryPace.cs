namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>When something that failed is tried again: soon, then later and later.</summary>
internal sealed class RetryPace
{
    private const long MillisecondsMin = 100;
    private const long MillisecondsMax = 5_000;

    private long _retryAt = long.MinValue;
    private long _wait;
    private volatile StoreFault? _fault;

    /// <summary>What failed last; null when the last try worked. Any thread may ask.</summary>
    public StoreFault? Fault => _fault;

    public bool IsDue(long nowMilliseconds) => nowMilliseconds >= _retryAt;

    public void Fail(StoreFault fault, long nowMilliseconds)
    {
        _fault = fault;
        _wait = Math.Clamp(_wait * 2, MillisecondsMin, MillisecondsMax);
        _retryAt = nowMilliseconds + _wait;
    }

    public void Recover()
    {
        _fault = null;
        _wait = 0;
    }
}
