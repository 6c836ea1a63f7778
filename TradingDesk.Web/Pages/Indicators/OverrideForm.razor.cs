using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Web.Pages.Indicators;

/// <summary>Chooses the timeframe or the instrument that gets a list of its own, among those that have none.</summary>
public sealed partial class OverrideForm : ComponentBase
{
    private string _scope = "";

    [Parameter, EditorRequired] public IReadOnlyList<Timeframe> Timeframes { get; set; } = [];

    [Parameter, EditorRequired] public IReadOnlyList<InstrumentLabel> Instruments { get; set; } = [];

    /// <summary>Scopes that have their list.</summary>
    [Parameter, EditorRequired] public IReadOnlyCollection<string> Taken { get; set; } = [];

    [Parameter] public string? Refusal { get; set; }

    [Parameter] public EventCallback<string> OnDone { get; set; }

    [Parameter] public EventCallback OnCancel { get; set; }

    private bool IsFree(string scope) => !Taken.Contains(scope);

    private Task SubmitAsync() => _scope.Length == 0 ? Task.CompletedTask : OnDone.InvokeAsync(_scope);
}
