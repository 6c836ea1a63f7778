using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation.Indicators;

namespace TradingDesk.Web.Pages.Indicators;

/// <summary>One indicator of a list, in a trader's words and as it is written, with what can be done to it.</summary>
public sealed partial class IndicatorRow : ComponentBase
{
    [Parameter, EditorRequired] public string Spec { get; set; } = "";

    [Parameter, EditorRequired] public IReadOnlyList<IndicatorKind> Kinds { get; set; } = [];

    /// <summary>Stands in the draft only.</summary>
    [Parameter] public bool IsNew { get; set; }

    [Parameter] public bool IsFirst { get; set; }

    [Parameter] public bool IsLast { get; set; }

    [Parameter] public EventCallback OnEdit { get; set; }

    [Parameter] public EventCallback OnRemove { get; set; }

    /// <summary>One place up is -1, one place down is 1.</summary>
    [Parameter] public EventCallback<int> OnMove { get; set; }
}
