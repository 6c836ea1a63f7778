using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Live.Health;

namespace TradingDesk.Web.Live;

/// <summary>Sends the desk's beat through the circuit to the browser, whose watchdog greys the page when beats stop.</summary>
public sealed class Heartbeat(SnapshotTicker ticker, BrowserBeat beat, TimeProvider time, IJSRuntime js) : ComponentBase, IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    private IDisposable? _subscription;
    private int _beating;

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) _subscription = ticker.SubscribeBeat(Beat);
    }

    public void Dispose() => _subscription?.Dispose();

    private void Beat()
    {
        // A browser that has not taken the last beat gets no second one.
        if (Interlocked.Exchange(ref _beating, 1) == 0) _ = InvokeAsync(BeatAsync);
    }

    private async Task BeatAsync()
    {
        var sentAt = time.GetTimestamp();
        if (await js.TryInvokeAsync("desk.beat", _patience)) beat.Note(time.GetElapsedTime(sentAt));
        Volatile.Write(ref _beating, 0);
    }
}
