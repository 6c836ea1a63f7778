namespace TradingDesk.Web.Components.Tables;

/// <summary>By which column a table is sorted, and which way.</summary>
public sealed record TableSort(string ColumnId, bool IsDescending)
{
    /// <summary>What a press on a column's header makes of it: its own way, the other way, the page's order again.</summary>
    public static TableSort? After<TRow>(TableSort? now, TableColumn<TRow> column)
    {
        if (now?.ColumnId != column.Id) return new TableSort(column.Id, column.IsNumber);
        return now.IsDescending == column.IsNumber ? now with { IsDescending = !now.IsDescending } : null;
    }
}
