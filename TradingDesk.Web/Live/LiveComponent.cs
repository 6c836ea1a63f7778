using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;

namespace TradingDesk.Web.Live;

/// <summary>A component that shows one slice of the desk and renders only when that slice is another object.</summary>
public abstract class LiveComponent<TSlice> : ComponentBase, IDisposable
    where TSlice : class
{
    private IDisposable? _subscription;
    private TSlice? _slice;
    private int _posted;
    private volatile bool _gone;

    [Inject] protected IDeskView Desk { get; set; } = null!;

    [Inject] private SnapshotTicker Ticker { get; set; } = null!;

    /// <summary>The slice as it was last taken for showing.</summary>
    protected TSlice? Slice => _slice;

    /// <summary>Called on the ticker's thread too: read, do nothing else.</summary>
    protected abstract TSlice? ReadSlice();

    /// <summary>On the circuit's own thread after another slice was taken.</summary>
    protected virtual Task SliceChangedAsync()
    {
        StateHasChanged();
        return Task.CompletedTask;
    }

    protected override void OnInitialized() => _subscription = Ticker.SubscribeLook(Look);

    protected override void OnParametersSet() => _slice = ReadSlice();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        _gone = true;
        _subscription?.Dispose();
    }

    private void Look()
    {
        if (ReferenceEquals(ReadSlice(), _slice)) return;

        // A slow circuit gets one look in its queue, not eight a second.
        if (Interlocked.Exchange(ref _posted, 1) == 0) _ = InvokeAsync(TakeAsync);
    }

    private async Task TakeAsync()
    {
        Volatile.Write(ref _posted, 0);
        if (_gone) return;
        try
        {
            _slice = ReadSlice();
            await SliceChangedAsync();
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure);
        }
    }
}
