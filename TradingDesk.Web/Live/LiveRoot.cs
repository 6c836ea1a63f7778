using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Live;

/// <summary>Shows nothing itself: while it is rendered, all components that ask to be rendered join the same batch.</summary>
public sealed class LiveRoot(LiveTab tab) : IComponent, IDisposable
{
    private RenderHandle _handle;
    private bool _isGone;

    public void Attach(RenderHandle renderHandle) => _handle = renderHandle;

    public Task SetParametersAsync(ParameterView parameters)
    {
        tab.Root = this;
        return Task.CompletedTask;
    }

    /// <summary>What waits to be rendered with it never will be; the tab looks again without it.</summary>
    public void Dispose()
    {
        _isGone = true;
        tab.Leave(this);
    }

    internal Task RenderAsync(Action ask) => _handle.Dispatcher.InvokeAsync(() =>
    {
        if (_isGone) ask();
        else _handle.Render(_ => ask());
    });
}
