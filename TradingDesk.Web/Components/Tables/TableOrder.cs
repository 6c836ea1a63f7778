namespace TradingDesk.Web.Components.Tables;

/// <summary>
/// Which rows are shown in which order: filtered by words, sorted by a column, or kept as they stood while a person is at them.
/// </summary>
public static class TableOrder
{
    /// <summary>Every word must be found in some column that is text.</summary>
    public static IReadOnlyList<TRow> Filter<TRow>(IReadOnlyList<TRow> rows, IReadOnlyList<TableColumn<TRow>> columns, string filter)
    {
        var words = filter.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length == 0 ? rows : [.. rows.Where(row => Array.TrueForAll(words, word => Holds(row, columns, word)))];
    }

    /// <summary>Stable: rows that sort alike keep the page's order, and rows without a key stand last.</summary>
    public static IReadOnlyList<TRow> Sort<TRow>(IReadOnlyList<TRow> rows, TableColumn<TRow>? column, bool isDescending)
    {
        if (column?.SortKey is not { } key) return rows;
        var keyed = rows.Select(row => (Row: row, Key: key(row))).ToList();
        var known = keyed.Where(one => one.Key is not null);
        var sorted = isDescending
            ? known.OrderByDescending(one => one.Key, _comparer)
            : known.OrderBy(one => one.Key, _comparer);
        return [.. sorted.Concat(keyed.Where(one => one.Key is null)).Select(one => one.Row)];
    }

    /// <summary>Rows that stood there stay in their order, new ones come behind, in theirs.</summary>
    public static IReadOnlyList<TRow> Hold<TRow>(IReadOnlyList<TRow> rows, Func<TRow, object> rowKey, IReadOnlyList<object> stood)
    {
        var places = stood.Select((key, place) => (key, place)).ToDictionary(one => one.key, one => one.place);
        return [.. rows.OrderBy(row => places.GetValueOrDefault(rowKey(row), int.MaxValue))];
    }

    /// <summary>Rows of one group stand together; the groups in the order in which all rows have them.</summary>
    public static IReadOnlyList<TRow> Gather<TRow>(IReadOnlyList<TRow> rows, Func<TRow, TableGroup?> groupOf, IReadOnlyList<TRow> all)
    {
        var groups = all.Select(groupOf).Distinct().ToList();
        return [.. rows.OrderBy(row => groups.IndexOf(groupOf(row)))];
    }

    private static readonly Comparer<IComparable?> _comparer = Comparer<IComparable?>.Create((one, other) =>
        one is string text && other is string rival
            ? StringComparer.OrdinalIgnoreCase.Compare(text, rival)
            : Comparer<IComparable>.Default.Compare(one, other));

    private static bool Holds<TRow>(TRow row, IReadOnlyList<TableColumn<TRow>> columns, string word) =>
        columns.Any(column => column.Text?.Invoke(row)?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);
}
