using Microsoft.AspNetCore.Components;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Components.Tables;

/// <summary>
/// A list in rows and columns: filtered, sorted, with columns a person chooses, walked by keys, drawn in part where it is long. While a
/// pointer or the focus is on its rows they keep their places and new ones come behind, so that no press meets another row than was seen.
/// </summary>
public sealed partial class DataTable<TRow> : ComponentBase
    where TRow : class
{
    private const float RowPixels = 26;

    private readonly HashSet<string> _hidden = new(StringComparer.Ordinal);
    private IReadOnlyList<TRow>? _given;
    private IReadOnlyList<TableColumn<TRow>>? _givenColumns;
    private (TableStanding, object?, object?) _givenRest;
    private IReadOnlyList<TableColumn<TRow>> _columns = [];
    private IReadOnlyList<TRow> _rows = [];
    private int[] _places = [];
    private TableSort? _sort;
    private TableSort? _givenSort;
    private string _filter = "";
    private int _filterRound;
    private bool _isAttended;
    private bool _isOther;
    private bool _isCards;
    private int _pages = 1;

    [Parameter, EditorRequired] public string Id { get; set; } = "";

    /// <summary>What the rows are, in the plural and in small letters where the language allows: orders, positions.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>In the page's order; a list that was given out never changes.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<TRow> Rows { get; set; } = [];

    [Parameter, EditorRequired] public IReadOnlyList<TableColumn<TRow>> Columns { get; set; } = [];

    /// <summary>By what a row is known while its figures change; no two rows share it.</summary>
    [Parameter, EditorRequired] public Func<TRow, object> RowKey { get; set; } = null!;

    [Parameter] public TableStanding Standing { get; set; } = TableStanding.Ready;

    /// <summary>What stands where there are no rows.</summary>
    [Parameter] public string? Empty { get; set; }

    [Parameter] public EventCallback OnRetry { get; set; }

    /// <summary>Enter on a row, or a press on it beside its buttons.</summary>
    [Parameter] public EventCallback<TRow> OnOpened { get; set; }

    /// <summary>The key of the row that the page shows elsewhere.</summary>
    [Parameter] public object? ChosenKey { get; set; }

    [Parameter] public Func<TRow, string?>? RowClass { get; set; }

    /// <summary>Attributes by which a row is known in the page.</summary>
    [Parameter] public Func<TRow, IReadOnlyDictionary<string, object>>? Marks { get; set; }

    /// <summary>What a row's cells show beside the row, such as whether its buttons are dead; another value renders it anew.</summary>
    [Parameter] public Func<TRow, object?>? Beside { get; set; }

    /// <summary>Rows of one group stand together under its words; null for rows that need none.</summary>
    [Parameter] public Func<TRow, TableGroup?>? Group { get; set; }

    /// <summary>What unfolds below the row with that key, such as a form about it.</summary>
    [Parameter] public RenderFragment<TRow>? Detail { get; set; }

    [Parameter] public object? DetailKey { get; set; }

    [Parameter] public bool CanFilter { get; set; }

    [Parameter] public bool CanChooseColumns { get; set; }

    /// <summary>Columns that a person hid before, by id; null leaves it to the columns.</summary>
    [Parameter] public IReadOnlyCollection<string>? HiddenColumns { get; set; }

    [Parameter] public EventCallback<IReadOnlyCollection<string>> HiddenColumnsChanged { get; set; }

    [Parameter] public TableSort? Sort { get; set; }

    [Parameter] public EventCallback<TableSort?> SortChanged { get; set; }

    /// <summary>Rows beyond so many are shown when asked for; 0 for a list that is walked as a whole.</summary>
    [Parameter] public int PageSize { get; set; }

    /// <summary>From so many rows on only those in view are drawn.</summary>
    [Parameter] public int VirtualFrom { get; set; } = 100;

    [Parameter] public RenderFragment? Tools { get; set; }

    [Parameter] public string Class { get; set; } = "";

    private string AllCount => Rows.Count == 1 ? "1 row" : $"{IndianNumbers.Whole(Rows.Count)} rows";

    private string Count => _rows.Count == Rows.Count ? AllCount : $"{IndianNumbers.Whole(_rows.Count)} of {AllCount}";

    private int Hidden => PageSize == 0 ? 0 : Math.Max(0, _rows.Count - (_pages * PageSize));

    private IEnumerable<int> Drawn => _places.Take(_rows.Count - Hidden);

    private string? Note => Standing.Condition switch
    {
        TableCondition.Stale => Standing.Sentence ?? $"Stale: the last word is {Standing.Age} old.",
        TableCondition.Disconnected => Standing.Sentence ?? $"Disconnected: these rows are {Standing.Age} old.",
        TableCondition.Closed => Standing.Sentence ?? "The market is closed.",
        TableCondition.Failed when _rows.Count > 0 => Standing.Sentence ?? $"The {Label} could not be read again.",
        TableCondition.Loading when _rows.Count > 0 => Standing.Sentence ?? $"Reading the {Label} ...",
        _ => null,
    };

    protected override void OnParametersSet()
    {
        TakeColumns();
        if (!Equals(_givenSort, Sort)) (_sort, _givenSort, _isOther) = (Sort, Sort, true);
        var rest = (Standing, ChosenKey, DetailKey);
        if (!ReferenceEquals(_given, Rows) || _isOther) Arrange(_isAttended && _given is not null);
        // What these say is the page's to know: only their rows can tell whether they say something else now.
        if (rest != _givenRest || Tools is not null || Detail is not null || Beside is not null || HasTotals) _isOther = true;
        (_given, _givenRest) = (Rows, rest);
    }

    private bool HasTotals => Columns.Any(column => column.Total is not null);

    protected override bool ShouldRender()
    {
        var isOther = _isOther;
        _isOther = false;
        return isOther;
    }

    private void TakeColumns()
    {
        if (ReferenceEquals(_givenColumns, Columns)) return;
        var isFirst = _givenColumns is null;
        _givenColumns = Columns;
        if (isFirst)
            _hidden.UnionWith(HiddenColumns ?? [.. Columns.Where(column => column.IsHiddenAtFirst).Select(column => column.Id)]);
        ShowColumns();
    }

    private void ShowColumns()
    {
        _columns = [.. Columns.Where(column => !column.IsHideable || !_hidden.Contains(column.Id))];
        (_isCards, _isOther) = (_columns.Any(column => column.Line > 1), true);
    }

    private void Arrange(bool keepsPlaces)
    {
        var column = _columns.FirstOrDefault(column => column.Id == _sort?.ColumnId);
        var rows = TableOrder.Sort(TableOrder.Filter(Rows, _columns, _filter), column, _sort?.IsDescending == true);
        if (keepsPlaces) rows = TableOrder.Hold(rows, RowKey, [.. _rows.Select(RowKey)]);
        if (Group is not null) rows = TableOrder.Gather(rows, Group, Rows);
        if (rows.Count != _places.Length) _places = [.. Enumerable.Range(0, rows.Count)];
        if (rows.Count == 0) _isAttended = false; // Whoever was at the rows is not told to have left those that went.
        (_rows, _isOther) = (rows, true);
    }

    /// <summary>The words over a row that is the first of its group.</summary>
    private TableGroup? HeadAt(int place)
    {
        var group = Group?.Invoke(_rows[place]);
        return group is null || (place > 0 && group == Group!(_rows[place - 1])) ? null : group;
    }

    private void ShowMore() => (_pages, _isOther) = (_pages + 1, true);

    private bool IsChosen(TRow row) => ChosenKey is { } key && key.Equals(RowKey(row));

    private void Filter(string text)
    {
        _filter = text;
        Arrange(keepsPlaces: false);
    }

    private void ClearFilter()
    {
        _filterRound++;
        Filter("");
    }

    private async Task SortAsync(TableColumn<TRow> column)
    {
        _sort = TableSort.After(_sort, column);
        Arrange(keepsPlaces: false);
        await SortChanged.InvokeAsync(_sort);
    }

    private async Task ToggleAsync(TableColumn<TRow> column)
    {
        if (!_hidden.Remove(column.Id)) _hidden.Add(column.Id);
        ShowColumns();
        Arrange(keepsPlaces: false);
        await HiddenColumnsChanged.InvokeAsync([.. _hidden]);
    }

    private void Attend(AttendedEventArgs attended)
    {
        _isAttended = attended.IsAttended;
        if (!_isAttended) Arrange(keepsPlaces: false);
    }
}
