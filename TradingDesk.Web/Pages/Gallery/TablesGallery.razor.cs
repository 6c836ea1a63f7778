using Microsoft.AspNetCore.Components;
using TradingDesk.Web.Components.Controls;
using TradingDesk.Web.Components.Tables;

namespace TradingDesk.Web.Pages.Gallery;

/// <summary>The data table with few rows and with thousands.</summary>
public sealed partial class TablesGallery : ComponentBase
{
    private static readonly Segment<int>[] _sizes = [new(0, "None"), new(20, "20"), new(5_000, "5,000")];

    private IReadOnlyList<SampleRow> _rows = SampleRow.Make(20);
    private readonly IReadOnlyList<SampleRow> _some = SampleRow.Make(9);
    private SampleRow? _opened;
    private int? _unfolded;

    private static TableGroup? GroupOf(SampleRow row) => row.Product == "CNC" ? new TableGroup("Holdings", "delivered earlier") : null;
}
