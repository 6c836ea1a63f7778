using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Components.Chart;

/// <summary>
/// A table whose cells are coloured by how far their value lies from zero; the figure itself, with its sign, stands in each.
/// </summary>
public sealed partial class HeatMap : ComponentBase
{
    private IReadOnlyList<HeatRow>? _shown;
    private decimal _farthest;

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>What the rows are, for the ear.</summary>
    [Parameter] public string RowsName { get; set; } = "";

    [Parameter, EditorRequired] public IReadOnlyList<string> Columns { get; set; } = [];

    /// <summary>A list that was given out never changes.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<HeatRow> Rows { get; set; } = [];

    protected override bool ShouldRender()
    {
        if (ReferenceEquals(_shown, Rows)) return false;
        _shown = Rows;
        return true;
    }

    protected override void OnParametersSet() =>
        _farthest = Rows.SelectMany(row => row.Cells).Max(cell => cell.Value is { } value ? Math.Abs(value) : (decimal?)null) ?? 0;

    private static string? WayOf(HeatCell cell) => cell.Value switch
    {
        > 0 => "up",
        < 0 => "down",
        _ => null,
    };

    private string? HeatOf(HeatCell cell) => cell.Value is { } value && _farthest > 0
        ? string.Create(CultureInfo.InvariantCulture, $"--heat:{Math.Abs(value) / _farthest:0.###}")
        : null;
}
