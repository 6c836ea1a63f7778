using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Pages.Indicators;

/// <summary>What differs between two texts of the lists, scope by scope, old to new.</summary>
public sealed partial class DifferenceList : ComponentBase
{
    [Parameter, EditorRequired] public string Before { get; set; } = "";

    [Parameter, EditorRequired] public string After { get; set; } = "";
}
