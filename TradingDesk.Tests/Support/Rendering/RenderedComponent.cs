using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;

namespace TradingDesk.Tests.Support.Rendering;

/// <summary>A component under test: find in its markup, act on what was found, look again.</summary>
internal sealed class RenderedComponent<T>(TestRenderer renderer, int id, T instance)
    where T : class, IComponent
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    public T Instance { get; } = instance;

    public string Markup => renderer.MarkupOf(id);

    /// <summary>Everything a person would read, with single spaces.</summary>
    public string Text => string.Join(' ', Parse().TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public int RenderCount => renderer.Renders;

    public RenderedElement Find(string selector) =>
        TryFind(selector) ?? throw new InvalidOperationException($"Nothing matches {selector} in: {Markup}");

    public RenderedElement? TryFind(string selector) =>
        Parse().QuerySelector(selector) is { } element ? new RenderedElement(renderer, element) : null;

    public IReadOnlyList<RenderedElement> FindAll(string selector) =>
        [.. Parse().QuerySelectorAll(selector).Select(element => new RenderedElement(renderer, element))];

    public IReadOnlyList<TChild> FindComponents<TChild>() => renderer.FindComponents<TChild>(id);

    public void SetParametersAndRender(Action<ParameterBuilder<T>> parameters) =>
        renderer.SetParameters(id, ParameterBuilder<T>.Build(parameters));

    public Task InvokeAsync(Func<Task> work) => renderer.Dispatcher.InvokeAsync(work);

    public void WaitForAssertion(Action assertion)
    {
        while (true)
        {
            try
            {
                assertion();
                return;
            }
            catch (Exception) when (renderer.WaitForRender(_patience))
            {
                // Another render came: look again.
            }
        }
    }

    private AngleSharp.Html.Dom.IHtmlElement Parse() => new HtmlParser().ParseDocument($"<body>{Markup}</body>").Body!;
}
