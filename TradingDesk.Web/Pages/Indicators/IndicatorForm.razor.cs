using System.Globalization;
using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Web.Components.Controls;

namespace TradingDesk.Web.Pages.Indicators;

/// <summary>
/// A form made from the catalogue's description: choose an indicator, then its numbers. It gives a specification whose numbers are
/// each allowed; whether the list may hold it is its user's to ask.
/// </summary>
public sealed partial class IndicatorForm : ComponentBase
{
    private readonly HashSet<int> _typed = [];
    private IndicatorKind? _kind;
    private ParameterEntry[] _entries = [];
    private string? _shown;
    private DeskButton? _submit;
    private bool _submitTakesFocus;

    [Parameter, EditorRequired] public IReadOnlyList<IndicatorKind> Kinds { get; set; } = [];

    /// <summary>The specification to change; null begins with the catalogue.</summary>
    [Parameter] public string? Spec { get; set; }

    /// <summary>Why the last specification was not taken, shown in the form.</summary>
    [Parameter] public string? Refusal { get; set; }

    /// <summary>Begins the ids of its fields; two forms on one page need two.</summary>
    [Parameter] public string Id { get; set; } = "indicator";

    [Parameter] public EventCallback<string> OnDone { get; set; }

    [Parameter] public EventCallback OnCancel { get; set; }

    protected override void OnParametersSet()
    {
        if (Spec == _shown) return;
        _shown = Spec;
        Begin(Spec is null ? null : SpecText.KindOf(Kinds, Spec), Spec ?? "");
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_submitTakesFocus || _submit is null) return;
        _submitTakesFocus = false;
        await _submit.TakeFocusAsync();
    }

    private void Pick(IndicatorKind kind) => Begin(kind, kind.Code);

    private void PickAnew() => Begin(null, "");

    private void Begin(IndicatorKind? kind, string spec)
    {
        _typed.Clear();
        _kind = kind;
        _entries = kind is null ? [] : SpecText.Entries(kind, spec);
        _submitTakesFocus = kind is { Parameters.Count: 0 }; // Else its first field does.
    }

    private void Type(int place, string text)
    {
        _typed.Add(place);
        _entries[place] = _entries[place] with { Text = text };
    }

    private async Task SubmitAsync()
    {
        _typed.UnionWith(Enumerable.Range(0, _entries.Length));
        if (_kind is { } kind && Array.TrueForAll(_entries, entry => entry.Problem is null))
            await OnDone.InvokeAsync(SpecText.Of(kind, _entries));
    }

    private string FieldId(int place) => string.Create(CultureInfo.InvariantCulture, $"{Id}-{place}");
}
