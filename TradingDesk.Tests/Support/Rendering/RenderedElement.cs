using System.Globalization;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace TradingDesk.Tests.Support.Rendering;

/// <summary>An element found in a component's markup; its events reach the nearest element that listens, as in a browser.</summary>
internal sealed class RenderedElement(TestRenderer renderer, IElement element)
{
    public string TextContent => element.TextContent.Trim();

    /// <summary>What a person would read, part by part, with single spaces.</summary>
    public string Words => string.Join(
        ' ', element.Descendants<IText>().SelectMany(text => text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    public ITokenList ClassList => element.ClassList;

    public string? GetAttribute(string name) => element.GetAttribute(name);

    public bool HasAttribute(string name) => element.HasAttribute(name);

    public void Click() => Raise("onclick", new MouseEventArgs { Type = "click" });

    public void Change(string value) => Raise("onchange", new ChangeEventArgs { Value = value });

    /// <summary>A checkbox that is ticked or not.</summary>
    public void Change(bool value) => Raise("onchange", new ChangeEventArgs { Value = value });

    public void Input(string value) => Raise("oninput", new ChangeEventArgs { Value = value });

    public void KeyDown(string key, bool alt = false) =>
        Raise("onkeydown", new KeyboardEventArgs { Type = "keydown", Key = key, AltKey = alt });

    public void Blur() => Raise("onblur", new FocusEventArgs { Type = "blur" });

    public void Submit() => Raise("onsubmit", EventArgs.Empty);

    /// <summary>Any other event, by its full name.</summary>
    public void Raise(string name, EventArgs args)
    {
        if (element.HasAttribute("disabled")) throw new InvalidOperationException($"{element.OuterHtml} is disabled and takes no {name}.");
        for (var at = element; at is not null; at = at.ParentElement)
        {
            if (at.GetAttribute(TestRenderer.HandlerPrefix + name) is not { } handler) continue;
            renderer.Dispatch(ulong.Parse(handler, CultureInfo.InvariantCulture), args);
            return;
        }

        throw new InvalidOperationException($"Neither {element.OuterHtml} nor anything around it listens to {name}.");
    }
}
