namespace TradingDesk.Web.Live;

/// <summary>Something begun that ends once, when disposed.</summary>
internal sealed class Subscription(Action end) : IDisposable
{
    private Action? _end = end;

    public static Subscription To(Action begin, Action end)
    {
        begin();
        return new Subscription(end);
    }

    public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
}
