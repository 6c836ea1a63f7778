using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;

namespace TradingDesk.Web.Live;

/// <summary>A component that shows one slice of the desk and renders only when that slice is another object.</summary>
public abstract class LiveComponent<TSlice> : ComponentBase, ILooker, IDisposable
    where TSlice : class
{
    private IDisposable? _subscription;
    private TSlice? _slice;
    private volatile bool _gone;

    [Inject] protected IDeskView Desk { get; set; } = null!;

    [Inject] private LiveTab Tab { get; set; } = null!;

    /// <summary>The slice as it was last taken for showing.</summary>
    protected TSlice? Slice => _slice;

    bool ILooker.HasNews => !ReferenceEquals(ReadSlice(), _slice);

    /// <summary>Called on the ticker's thread too: read, do nothing else.</summary>
    protected abstract TSlice? ReadSlice();

    /// <summary>On the circuit's own thread after another slice was taken.</summary>
    protected virtual Task SliceChangedAsync()
    {
        StateHasChanged();
        return Task.CompletedTask;
    }

    protected override void OnInitialized() => _subscription = Tab.Join(this);

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

    void ILooker.Take() => _ = InvokeAsync(TakeAsync);

    private async Task TakeAsync()
    {
        if (_gone) return;
        try
        {
            var slice = ReadSlice();
            if (ReferenceEquals(slice, _slice)) return;
            _slice = slice;
            await SliceChangedAsync();
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure);
        }
    }
}
