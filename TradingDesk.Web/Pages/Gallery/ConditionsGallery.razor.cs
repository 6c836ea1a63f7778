using Microsoft.AspNetCore.Components;
using TradingDesk.Web.Components.Tables;

namespace TradingDesk.Web.Pages.Gallery;

/// <summary>What a list shows when it is not simply there: six designs and a closed market.</summary>
public sealed partial class ConditionsGallery : ComponentBase
{
    private static readonly IReadOnlyList<SampleRow> _some = SampleRow.Make(3);

    private static readonly IReadOnlyList<TableColumn<SampleRow>> _columns =
        [.. SampleColumns.All.Where(column => column.Id is "name" or "last" or "result")];

    private static readonly (string Id, TableCondition Condition, IReadOnlyList<SampleRow> Rows, string Title)[] _scenes =
    [
        ("loading", TableCondition.Loading, [], "Loading"),
        ("empty", TableCondition.Ready, [], "Empty"),
        ("failed", TableCondition.Failed, [], "Error"),
        ("failed-again", TableCondition.Failed, _some, "Error with rows of before"),
        ("stale", TableCondition.Stale, _some, "Stale"),
        ("disconnected", TableCondition.Disconnected, _some, "Disconnected"),
        ("closed", TableCondition.Closed, _some, "Market closed"),
    ];

    private int _tries;
}
