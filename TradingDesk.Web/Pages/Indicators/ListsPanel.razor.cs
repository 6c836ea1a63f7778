using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Controls;

namespace TradingDesk.Web.Pages.Indicators;

/// <summary>
/// The draft's lists: whose list, its indicators, and what can be done to them. Every change is judged by the desk first.
/// </summary>
public sealed partial class ListsPanel : ComponentBase
{
    private DeskButton? _add;
    private string _scope = "";
    private string? _editing;
    private string? _refusal;
    private bool _isAdding;
    private bool _isOverriding;
    private bool _losesFocus;

    [Parameter, EditorRequired] public IndicatorDraft Draft { get; set; } = null!;

    [Parameter, EditorRequired] public IReadOnlyList<IndicatorKind> Kinds { get; set; } = [];

    [Parameter, EditorRequired] public IReadOnlyList<Timeframe> Timeframes { get; set; } = [];

    [Parameter, EditorRequired] public IReadOnlyList<InstrumentLabel> Instruments { get; set; } = [];

    /// <summary>Takes a scope's list into the draft, null to drop it; gives what the desk would object to, or null.</summary>
    [Parameter, EditorRequired] public Func<string, IReadOnlyList<string>?, string?> Change { get; set; } = (_, _) => null;

    /// <summary>The person looks at another scope's list.</summary>
    [Parameter] public EventCallback<string> ScopeChosen { get; set; }

    // A scope whose override is gone, dropped here or by another, falls back to the list that holds there now.
    private ScopedIndicators Chosen => Draft.ListOf(_scope) ?? Draft.Lists[0];

    private string NothingListed => Chosen.IsDeskWide
        ? "The whole desk computes no indicator. Add one."
        : $"{Chosen.Scope} has a list of its own, and it is empty: no indicator is computed there.";

    private bool IsNew(string spec) =>
        IndicatorsInForce.Split(Draft.Base).FirstOrDefault(list => list.Scope == Chosen.Scope)?.Specs.Contains(spec) != true;

    // What had the focus is gone after a removal or with a form; the keyboard goes on from the list's first action.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_losesFocus) return;
        _losesFocus = false;
        if (_add is not null) await _add.TakeFocusAsync();
    }

    private async Task ChooseAsync(string scope)
    {
        Close();
        _scope = scope;
        await ScopeChosen.InvokeAsync(scope);
    }

    private void Leave()
    {
        Close();
        _losesFocus = true;
    }

    private void Close() => (_editing, _refusal, _isAdding, _isOverriding) = (null, null, false, false);

    private void BeginAdding()
    {
        Close();
        _isAdding = true;
    }

    private void BeginOverride()
    {
        var isOpening = !_isOverriding;
        Close();
        _isOverriding = isOpening;
    }

    private void Edit(string spec)
    {
        Close();
        _editing = spec;
    }

    private void Add(string spec) => Try([.. Chosen.Specs, spec]);

    private void Put(int place, string spec) => Try([.. Chosen.Specs.Select((old, at) => at == place ? spec : old)]);

    private void Remove(int place) => Try([.. Chosen.Specs.Where((_, at) => at != place)]);

    private void Move(int place, int by)
    {
        var specs = Chosen.Specs.ToArray();
        (specs[place], specs[place + by]) = (specs[place + by], specs[place]);
        _refusal = Change(Chosen.Scope, specs);
    }

    private void Try(IReadOnlyList<string> specs)
    {
        _refusal = Change(Chosen.Scope, specs);
        if (_refusal is null) Leave();
    }

    private async Task AddOverrideAsync(string scope)
    {
        _refusal = Change(scope, Draft.Lists[0].Specs);
        if (_refusal is null) await ChooseAsync(scope);
        _losesFocus = _refusal is null;
    }

    private async Task DropAsync()
    {
        _refusal = Change(Chosen.Scope, null);
        if (_refusal is null) await ChooseAsync("");
        _losesFocus = _refusal is null;
    }
}
