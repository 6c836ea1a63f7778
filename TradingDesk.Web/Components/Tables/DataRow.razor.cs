using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Components.Tables;

/// <summary>One row of a data table; it renders only when its row is another object, or stands or is marked otherwise.</summary>
public sealed partial class DataRow<TRow> : ComponentBase
    where TRow : class
{
    private TRow? _shown;
    private IReadOnlyList<TableColumn<TRow>>? _shownColumns;
    private bool _shownChosen;
    private bool _shownStop;
    private int _shownPlace;

    [Parameter, EditorRequired] public TRow Row { get; set; } = null!;

    /// <summary>The columns shown now: another list when any of them came or went.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<TableColumn<TRow>> Columns { get; set; } = [];

    /// <summary>Counted from zero among all rows, drawn or not.</summary>
    [Parameter] public int Place { get; set; }

    [Parameter] public bool IsChosen { get; set; }

    /// <summary>It is the one that Tab reaches; the arrow keys reach the others.</summary>
    [Parameter] public bool IsStop { get; set; }

    [Parameter] public Func<TRow, string?>? Class { get; set; }

    [Parameter] public EventCallback<TRow> OnOpened { get; set; }

    // What is shown is noted by the markup itself: a render that waits in the queue takes newer parameters than were asked about here.
    protected override bool ShouldRender() => !ReferenceEquals(_shown, Row) || !ReferenceEquals(_shownColumns, Columns)
        || _shownChosen != IsChosen || _shownPlace != Place || _shownStop != IsStop;

    private string? TitleOf(TableColumn<TRow> column) => column.IsFlexible ? column.Text?.Invoke(Row) : null;
}
