using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Components.Frames;

/// <summary>
/// The bar between two parts of a page, moved by pointer, arrows, Home and End. The browser moves it, in a property of the parent that
/// holds the size; the page is told when the move has ended and keeps it.
/// </summary>
public sealed partial class Splitter : ComponentBase
{
    private int _size;
    private int _given = -1;

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>The custom property of the parent, such as `--watch`; its first value is the page's to set.</summary>
    [Parameter, EditorRequired] public string Property { get; set; } = "";

    /// <summary>The id of the part whose size it is.</summary>
    [Parameter, EditorRequired] public string Controls { get; set; } = "";

    /// <summary>In pixels, or in per cent of the parent.</summary>
    [Parameter, EditorRequired] public int Size { get; set; }

    [Parameter] public EventCallback<int> SizeChanged { get; set; }

    [Parameter, EditorRequired] public int Least { get; set; }

    [Parameter, EditorRequired] public int Most { get; set; }

    /// <summary>Otherwise it lies between an upper and a lower part.</summary>
    [Parameter] public bool IsBetweenColumns { get; set; } = true;

    [Parameter] public bool IsPercent { get; set; }

    /// <summary>The part behind the bar has the size, not the one before it.</summary>
    [Parameter] public bool IsSizedAfter { get; set; }

    private string ValueText => $"{_size} {(IsPercent ? "per cent" : "pixels")}";

    protected override void OnParametersSet()
    {
        if (_given == Size) return;
        _size = _given = Size;
    }

    private Task TakeAsync(SplitMovedEventArgs moved)
    {
        _size = _given = Math.Clamp(moved.Size, Least, Most);
        return SizeChanged.InvokeAsync(_size);
    }
}
