using Microsoft.AspNetCore.Components;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Components.Fields;

/// <summary>A line of text with its name, its hint and what the page finds wrong with it.</summary>
public sealed partial class TextField : ComponentBase
{
    private ElementReference _input;
    private string _typed = "";
    private string _given = "";

    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public string Text { get; set; } = "";

    /// <summary>Every letter.</summary>
    [Parameter] public EventCallback<string> TextChanged { get; set; }

    [Parameter] public string Hint { get; set; } = "";

    [Parameter] public string? Problem { get; set; }

    [Parameter] public string Placeholder { get; set; } = "";

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public int LongestText { get; set; } = 200;

    [Parameter] public string Class { get; set; } = "";

    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? More { get; set; }

    public Task TakeFocusAsync() => _input.TryFocusAsync();

    /// <summary>What was typed stands until the page gives something else than before.</summary>
    protected override void OnParametersSet()
    {
        if (Text != _given) _typed = _given = Text;
    }

    private Task TypeAsync(string? text) => TextChanged.InvokeAsync(_typed = text ?? "");
}
