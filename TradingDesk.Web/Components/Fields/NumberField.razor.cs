using System.Globalization;
using Microsoft.AspNetCore.Components;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Components.Fields;

/// <summary>
/// A field for an amount: grouped in lakh and crore while nobody types in it, stepped by tick or lot with the arrow keys. The browser
/// groups and steps; what is told is what was read, and the text is never rewritten under a person's hands.
/// </summary>
public sealed partial class NumberField : ComponentBase
{
    private ElementReference _input;
    private string _text = "";
    private decimal? _given;
    private decimal? _told;
    private string? _problem;
    private bool _isJudged;

    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter, EditorRequired] public NumberRule Rule { get; set; } = null!;

    /// <summary>Null where nothing is there, or nothing that can be read.</summary>
    [Parameter] public decimal? Value { get; set; }

    [Parameter] public EventCallback<decimal?> ValueChanged { get; set; }

    /// <summary>Every letter, with what it made of the number or why it is none.</summary>
    [Parameter] public EventCallback<TypedNumber> OnTyped { get; set; }

    [Parameter] public string Hint { get; set; } = "";

    /// <summary>What the page finds wrong with a number that the field's rule takes.</summary>
    [Parameter] public string? Problem { get; set; }

    [Parameter] public string Placeholder { get; set; } = "";

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public bool ReadOnly { get; set; }

    [Parameter] public string Class { get; set; } = "";

    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? More { get; set; }

    private string? Shown => (_isJudged ? _problem : null) ?? Problem;

    private string? Unit => Rule.Unit switch
    {
        NumberUnit.Rupees => "₹",
        NumberUnit.Percent => "%",
        _ => null,
    };

    public Task TakeFocusAsync() => _input.TryFocusAsync();

    /// <summary>Says what is wrong without waiting for the field to be left, as before a form is sent.</summary>
    public void Judge()
    {
        (_problem, _isJudged) = (Rule.Read(_text).Problem, true);
        StateHasChanged();
    }

    /// <summary>A value that the page set is shown; the one that the field told itself leaves the text as it was typed.</summary>
    protected override void OnParametersSet()
    {
        if (Value == _given) return;
        _given = Value;
        if (Value == _told) return;
        (_text, _told, _problem) = (Rule.Write(Value), Value, null);
    }

    private async Task TypedAsync(string? text)
    {
        var typed = Rule.Read(text);
        (_text, _problem) = (text ?? "", typed.Problem);
        if (_problem is null) _isJudged = false; // The next problem is said when the field is left, not in the middle of a number.
        if (OnTyped.HasDelegate) await OnTyped.InvokeAsync(typed);
        if (typed.Value == _told) return;
        _told = typed.Value;
        await ValueChanged.InvokeAsync(typed.Value);
    }

    private void Leave() => _isJudged = true;

    private static string? Plain(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture);
}
