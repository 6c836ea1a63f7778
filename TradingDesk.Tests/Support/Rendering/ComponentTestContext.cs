using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace TradingDesk.Tests.Support.Rendering;

/// <summary>A bUnit-shaped base of component tests: services, a fake browser, and Render.</summary>
public abstract class ComponentTestContext : IDisposable
{
    private ServiceProvider? _provider;
    private TestRenderer? _renderer;

    protected ComponentTestContext()
    {
        Services.AddLogging();
        Services.AddSingleton<IJSRuntime>(JSInterop);
        Services.AddSingleton<NavigationManager>(Navigation);
    }

    /// <summary>Register before the first Render.</summary>
    protected ServiceCollection Services { get; } = [];

    internal FakeJsRuntime JSInterop { get; } = new();

    internal FakeNavigation Navigation { get; } = new();

    protected IServiceProvider Provider => _provider ??= Services.BuildServiceProvider();

    private protected TestRenderer Renderer => _renderer ??= new TestRenderer(Provider, JSInterop);

    internal RenderedComponent<T> Render<T>(Action<ParameterBuilder<T>>? parameters = null)
        where T : class, IComponent
    {
        var (id, instance) = Renderer.Add(typeof(T), ParameterBuilder<T>.Build(parameters));
        return new RenderedComponent<T>(Renderer, id, (T)instance);
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        if (_renderer is { } renderer) renderer.Dispatcher.InvokeAsync(renderer.Dispose).GetAwaiter().GetResult();
        _provider?.Dispose();
    }
}
