using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Components.Tables;

/// <summary>A column's head: its word, and where it sorts a button that says which way.</summary>
public sealed partial class TableHeader<TRow> : ComponentBase
{
    [Parameter, EditorRequired] public TableColumn<TRow> Column { get; set; } = null!;

    [Parameter] public TableSort? Sort { get; set; }

    [Parameter] public EventCallback<TableColumn<TRow>> OnSorted { get; set; }

    private bool IsSorted => Sort?.ColumnId == Column.Id;

    private string? AriaSort => !IsSorted ? null : Sort!.IsDescending ? "descending" : "ascending";

    private string Mark => !IsSorted ? "" : Sort!.IsDescending ? "▼" : "▲";
}
