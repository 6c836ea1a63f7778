using Microsoft.AspNetCore.Components;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Components.Overlays;

/// <summary>Shows the queue of a tab's messages in the corner; while a pointer or the focus is on them none leaves.</summary>
public sealed partial class ToastCorner(Toasts toasts, TimeProvider time) : ComponentBase, IDisposable
{
    private static readonly TimeSpan _look = TimeSpan.FromSeconds(1);

    private ITimer? _timer;
    private bool _isHeld;

    public void Dispose()
    {
        toasts.Changed -= Follow;
        _timer?.Dispose();
    }

    protected override void OnInitialized() => toasts.Changed += Follow;

    /// <summary>The clock runs only while something may leave.</summary>
    private void Follow()
    {
        var mayLeave = toasts.Shown.Any(toast => !toast.Stays);
        if (mayLeave) _timer ??= time.CreateTimer(_ => _ = InvokeAsync(Look), null, _look, _look);
        else Stop();
        StateHasChanged();
    }

    private void Look()
    {
        if (!_isHeld) toasts.Expire();
    }

    private void Stop()
    {
        _timer?.Dispose();
        _timer = null;
    }

    private void Hold() => _isHeld = true;

    private void LetGo()
    {
        if (_isHeld) toasts.Linger();
        _isHeld = false;
    }

    private static string MarkOf(Tone tone) => tone switch
    {
        Tone.Bad => "✕",
        Tone.Warn => "!",
        Tone.Up => "✓",
        _ => "i",
    };
}
