using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Live;

/// <summary>Shows nothing itself: while it is rendered, all components that ask to be rendered join the same batch.</summary>
public sealed class LiveRoot(LiveTab tab) : IComponent, IDisposable
{
    private RenderHandle _handle;

    public void Attach(RenderHandle renderHandle) => _handle = renderHandle;

    public Task SetParametersAsync(ParameterView parameters)
    {
        tab.Root = this;
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        if (ReferenceEquals(tab.Root, this)) tab.Root = null;
    }

    internal Task RenderAsync(Action ask) => _handle.Dispatcher.InvokeAsync(() => _handle.Render(_ => ask()));
}
