using System.Globalization;
using Microsoft.AspNetCore.Components;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Components.Fields;

/// <summary>
/// A field for an amount: grouped in lakh and crore while nobody types in it, stepped by tick or lot with the arrow keys. The page keeps
/// the text and reads it by the same rule; it is never rewritten under a person's hands.
/// </summary>
public sealed partial class NumberField : ComponentBase
{
    private ElementReference _input;
    private string _typed = "";
    private string _given = "";
    private bool _isJudged;

    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter, EditorRequired] public NumberRule Rule { get; set; } = null!;

    [Parameter] public string Text { get; set; } = "";

    /// <summary>Every letter.</summary>
    [Parameter] public EventCallback<string> TextChanged { get; set; }

    [Parameter] public string Hint { get; set; } = "";

    /// <summary>What the page finds wrong; it comes before what the rule does, which is said when the field is left.</summary>
    [Parameter] public string? Problem { get; set; }

    [Parameter] public string Placeholder { get; set; } = "";

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public bool ReadOnly { get; set; }

    [Parameter] public string Class { get; set; } = "";

    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? More { get; set; }

    private string? Shown => Problem ?? (_isJudged && !Disabled ? Rule.Read(_typed).Problem : null);

    private string? Unit => Rule.Unit switch
    {
        NumberUnit.Rupees => "₹",
        NumberUnit.Percent => "%",
        _ => null,
    };

    public Task TakeFocusAsync() => _input.TryFocusAsync();

    /// <summary>
    /// What was typed stands until the page gives something else than before: it may be rendered before the page hands the text back. A
    /// text that the page put there is judged when it is left, not before.
    /// </summary>
    protected override void OnParametersSet()
    {
        if (Text == _given) return;
        _given = Text;
        if (Text == _typed) return;
        (_typed, _isJudged) = (Text, false);
    }

    /// <summary>A problem goes as soon as it is mended; the next is not said in the middle of a number.</summary>
    private Task TypeAsync(string? text)
    {
        _typed = text ?? "";
        if (Rule.Read(_typed).Problem is null) _isJudged = false;
        return TextChanged.InvokeAsync(_typed);
    }

    private void Leave() => _isJudged = true;

    private static string? Plain(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture);
}
