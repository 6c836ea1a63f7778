using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Web.Components.Tables;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>
/// How a list of orders is shown: filtered, sorted, and held as it stood while a person is at its rows, so that no press meets another
/// order than was seen.
/// </summary>
internal sealed class OrderArrangement(IReadOnlyList<TableColumn<OrderView>> columns)
{
    private IReadOnlyList<object> _stood = [];
    private TableSort? _sort;
    private string _filter = "";

    /// <summary>Null for the newest first.</summary>
    public TableSort? Sort => _sort;

    public string Filter
    {
        get => _filter;
        set => (_filter, _stood) = (value, []);
    }

    /// <summary>A pointer or the focus is on the rows.</summary>
    public bool IsAttended { get; set; }

    public void SortBy(TableColumn<OrderView> column) => (_sort, _stood) = (TableSort.After(_sort, column), []);

    /// <summary>Another list: nothing of it stood anywhere.</summary>
    public void Begin() => _stood = [];

    public IReadOnlyList<OrderView> Arrange(IReadOnlyList<OrderView> orders)
    {
        var column = columns.FirstOrDefault(column => column.Id == _sort?.ColumnId);
        var rows = TableOrder.Sort(TableOrder.Filter(orders, columns, _filter), column, _sort?.IsDescending == true);
        if (IsAttended && _stood.Count > 0) rows = TableOrder.Hold(rows, order => order.Id, _stood);
        _stood = [.. rows.Select(order => (object)order.Id)];
        return rows;
    }
}
