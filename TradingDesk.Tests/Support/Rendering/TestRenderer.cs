using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.JSInterop;

namespace TradingDesk.Tests.Support.Rendering;

/// <summary>A Blazor renderer without a browser: it keeps the render tree and writes it as HTML on demand.</summary>
internal sealed class TestRenderer : Renderer
{
    /// <summary>Marks an element that listens: the prefix, the event's name, and the handler's number as value.</summary>
    public const string HandlerPrefix = "blazor:";

    private static readonly HashSet<string> _voidElements = ["input", "br", "hr", "img", "link", "meta"];
    private readonly SemaphoreSlim _rendered = new(0);
    private Exception? _failure;

    public TestRenderer(IServiceProvider services, IJSRuntime js)
        : base(services, NullLoggerFactory.Instance) => ElementReferenceContext = new WebElementReferenceContext(js);

    public override Dispatcher Dispatcher { get; } = Dispatcher.CreateDefault();

    public int Renders { get; private set; }

    /// <summary>Every component that was drawn, as often as it was; whoever counts empties it before.</summary>
    public List<IComponent> Drawn { get; } = [];

    protected override RendererInfo RendererInfo { get; } = new("Test", isInteractive: true);

    public (int Id, IComponent Instance) Add(Type component, ParameterView parameters)
    {
        var instance = InstantiateComponent(component);
        var id = AssignRootComponentId(instance);
        SetParameters(id, parameters);
        return (id, instance);
    }

    public void SetParameters(int id, ParameterView parameters)
    {
        _ = Dispatcher.InvokeAsync(() => RenderRootComponentAsync(id, parameters));
        ThrowFailure();
    }

    public void Dispatch(ulong handler, EventArgs args)
    {
        _ = Dispatcher.InvokeAsync(() => DispatchEventAsync(handler, null, args));
        ThrowFailure();
    }

    /// <summary>Waits for the next render; false when none came in time.</summary>
    public bool WaitForRender(TimeSpan patience)
    {
        var came = _rendered.Wait(patience);
        ThrowFailure();
        return came;
    }

    public string MarkupOf(int id) => Dispatcher.InvokeAsync(() =>
    {
        var html = new StringBuilder();
        WriteComponent(html, id);
        return html.ToString();
    }).GetAwaiter().GetResult();

    /// <summary>The component instances of a type below a root, in document order.</summary>
    public IReadOnlyList<T> FindComponents<T>(int id)
    {
        var found = new List<T>();
        Collect(id, found);
        return found;
    }

    protected override void HandleException(Exception exception)
    {
        _failure = exception;
        _rendered.Release();
    }

    protected override Task UpdateDisplayAsync(in RenderBatch renderBatch)
    {
        Renders++;
        var gone = renderBatch.DisposedComponentIDs.Array.AsSpan(0, renderBatch.DisposedComponentIDs.Count);
        foreach (var updated in renderBatch.UpdatedComponents.Array.AsSpan(0, renderBatch.UpdatedComponents.Count))
            if (!gone.Contains(updated.ComponentId)) Drawn.Add(GetComponentState(updated.ComponentId).Component);
        _rendered.Release();
        return Task.CompletedTask;
    }

    private void ThrowFailure()
    {
        if (Interlocked.Exchange(ref _failure, null) is { } failure) ExceptionDispatchInfo.Throw(failure);
    }

    private void Collect<T>(int id, List<T> found)
    {
        var frames = GetCurrentRenderTreeFrames(id);
        for (var at = 0; at < frames.Count; at++)
        {
            ref var frame = ref frames.Array[at];
            if (frame.FrameType != RenderTreeFrameType.Component) continue;
            if (frame.Component is T component) found.Add(component);
            Collect(frame.ComponentId, found);
        }
    }

    private void WriteComponent(StringBuilder html, int id)
    {
        var frames = GetCurrentRenderTreeFrames(id);
        WriteFrames(html, frames.Array, 0, frames.Count);
    }

    private void WriteFrames(StringBuilder html, RenderTreeFrame[] frames, int from, int to)
    {
        for (var at = from; at < to;)
        {
            ref var frame = ref frames[at];
            switch (frame.FrameType)
            {
                case RenderTreeFrameType.Element:
                    WriteElement(html, frames, at);
                    at += frame.ElementSubtreeLength;
                    continue;
                case RenderTreeFrameType.Component:
                    WriteComponent(html, frame.ComponentId);
                    at += frame.ComponentSubtreeLength;
                    continue;
                case RenderTreeFrameType.Text:
                    html.Append(HtmlEncoder.Default.Encode(frame.TextContent));
                    break;
                case RenderTreeFrameType.Markup:
                    html.Append(frame.MarkupContent);
                    break;
            }

            at++;
        }
    }

    private void WriteElement(StringBuilder html, RenderTreeFrame[] frames, int at)
    {
        var end = at + frames[at].ElementSubtreeLength;
        var name = frames[at].ElementName;
        html.Append('<').Append(name);
        for (at++; at < end && frames[at].FrameType == RenderTreeFrameType.Attribute; at++) WriteAttribute(html, frames[at]);
        html.Append('>');
        WriteFrames(html, frames, at, end);
        if (!_voidElements.Contains(name)) html.Append("</").Append(name).Append('>');
    }

    private static void WriteAttribute(StringBuilder html, RenderTreeFrame attribute)
    {
        if (attribute.AttributeEventHandlerId > 0)
            html.Append(' ').Append(HandlerPrefix).Append(attribute.AttributeName)
                .Append("=\"").Append(attribute.AttributeEventHandlerId).Append('"');
        else if (attribute.AttributeValue is true)
            html.Append(' ').Append(attribute.AttributeName);
        else if (attribute.AttributeValue is not (null or false))
            html.Append(' ').Append(attribute.AttributeName).Append("=\"")
                .Append(HtmlEncoder.Default.Encode(attribute.AttributeValue.ToString() ?? "")).Append('"');
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _rendered.Dispose();
    }
}
