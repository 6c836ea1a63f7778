using System.Collections.Immutable;

namespace TradingDesk.Web.Live;

/// <summary>
/// The live components of one tab: they look at the desk together, and what is news to any of them reaches the browser as one picture,
/// so that no page shows two moments and a circuit is sent one message a look.
/// </summary>
public sealed class LiveTab(SnapshotTicker ticker) : IDisposable
{
    private readonly Lock _joining = new();
    private ImmutableList<ILooker> _lookers = [];
    private IDisposable? _subscription;
    private int _posted;

    /// <summary>Renders what it is handed within one batch; null until the tab's layout stands, and in a page without one.</summary>
    internal LiveRoot? Root { get; set; }

    internal IDisposable Join(ILooker looker)
    {
        lock (_joining) _subscription ??= ticker.SubscribeLook(Look);
        return Subscription.To(
            () => ImmutableInterlocked.Update(ref _lookers, (all, one) => all.Add(one), looker),
            () => ImmutableInterlocked.Update(ref _lookers, (all, one) => all.Remove(one), looker));
    }

    internal void Leave(LiveRoot root)
    {
        if (ReferenceEquals(Root, root)) Root = null;
        Volatile.Write(ref _posted, 0);
    }

    public void Dispose() => _subscription?.Dispose();

    /// <summary>On the ticker's thread; a slow circuit gets one look in its queue, not five a second.</summary>
    private void Look()
    {
        if (!_lookers.Exists(looker => looker.HasNews) || Interlocked.Exchange(ref _posted, 1) != 0) return;
        if (Root is { } root) _ = root.RenderAsync(Take);
        else Take();
    }

    private void Take()
    {
        Volatile.Write(ref _posted, 0);
        foreach (var looker in _lookers) looker.Take();
    }
}
