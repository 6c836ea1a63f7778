using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Components.Controls;

/// <summary>A row of buttons of which one is pressed: tabs, filter chips, timeframes.</summary>
public sealed partial class SegmentedControl<TValue> : ComponentBase
{
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter, EditorRequired] public IReadOnlyList<Segment<TValue>> Segments { get; set; } = [];

    [Parameter] public TValue? Value { get; set; }

    [Parameter] public EventCallback<TValue> ValueChanged { get; set; }
}
