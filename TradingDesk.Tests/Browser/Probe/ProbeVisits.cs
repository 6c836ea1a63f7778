namespace TradingDesk.Tests.Browser.Probe;

/// <summary>Numbers the visits of the probe, so that two renderings of a page can be told apart.</summary>
public sealed class ProbeVisits
{
    private int _count;

    public int Next() => Interlocked.Increment(ref _count);
}
