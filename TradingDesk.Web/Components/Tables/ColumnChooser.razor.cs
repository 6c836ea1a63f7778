using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Components.Tables;

/// <summary>The popover in which a person says which columns of a table are shown.</summary>
public sealed partial class ColumnChooser<TRow> : ComponentBase
{
    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter, EditorRequired] public IReadOnlyList<TableColumn<TRow>> Columns { get; set; } = [];

    /// <summary>The ids of those not shown.</summary>
    [Parameter, EditorRequired] public IReadOnlySet<string> Hidden { get; set; } = new HashSet<string>();

    [Parameter] public EventCallback<TableColumn<TRow>> OnToggled { get; set; }
}
