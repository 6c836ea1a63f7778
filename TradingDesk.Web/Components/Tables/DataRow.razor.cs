using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Components.Tables;

/// <summary>One row of a data table; it renders only when its row is another object, or stands or is marked otherwise.</summary>
public sealed partial class DataRow<TRow> : ComponentBase
    where TRow : class
{
    private (TRow? Row, IReadOnlyList<TableColumn<TRow>>? Columns, object? Beside, bool IsChosen, int Place, bool IsStop) _shown;

    [Parameter, EditorRequired] public TRow Row { get; set; } = null!;

    /// <summary>The columns shown now: another list when any of them came or went.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<TableColumn<TRow>> Columns { get; set; } = [];

    /// <summary>What its cells show beside the row itself.</summary>
    [Parameter] public object? Beside { get; set; }

    /// <summary>Counted from zero among all rows, drawn or not.</summary>
    [Parameter] public int Place { get; set; }

    [Parameter] public bool IsChosen { get; set; }

    /// <summary>It is the one that Tab reaches; the arrow keys reach the others.</summary>
    [Parameter] public bool IsStop { get; set; }

    [Parameter] public Func<TRow, string?>? Class { get; set; }

    /// <summary>Attributes by which a row is known in the page.</summary>
    [Parameter] public Func<TRow, IReadOnlyDictionary<string, object>>? Marks { get; set; }

    [Parameter] public EventCallback<TRow> OnOpened { get; set; }

    private (TRow? Row, IReadOnlyList<TableColumn<TRow>>? Columns, object? Beside, bool IsChosen, int Place, bool IsStop) Parts =>
        (Row, Columns, Beside, IsChosen, Place, IsStop);

    // What is shown is noted by the markup itself: a render that waits in the queue takes newer parameters than were asked about here.
    protected override bool ShouldRender() => !ReferenceEquals(_shown.Row, Row) || !ReferenceEquals(_shown.Columns, Columns)
        || !Equals(_shown.Beside, Beside) || (_shown.IsChosen, _shown.Place, _shown.IsStop) != (IsChosen, Place, IsStop);

    private string? TitleOf(TableColumn<TRow> column) =>
        column.Title?.Invoke(Row) ?? (column.IsFlexible ? column.Text?.Invoke(Row) : null);

    private static string? LabelOf(TableColumn<TRow> column) => column.IsLabelled ? column.Header : null;
}
