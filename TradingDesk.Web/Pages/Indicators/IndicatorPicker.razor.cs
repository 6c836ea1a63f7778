using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using TradingDesk.Engine.Observation.Indicators;

namespace TradingDesk.Web.Pages.Indicators;

/// <summary>The catalogue to choose from, searched by code, name and help.</summary>
public sealed partial class IndicatorPicker : ComponentBase
{
    private string _search = "";

    [Parameter, EditorRequired] public IReadOnlyList<IndicatorKind> Kinds { get; set; } = [];

    [Parameter] public EventCallback<IndicatorKind> OnPicked { get; set; }

    /// <summary>What begins with the search comes first, then by code.</summary>
    private List<IndicatorKind> Found() =>
    [
        .. Kinds.Where(Matches)
            .OrderByDescending(kind => kind.Code.StartsWith(_search.Trim(), StringComparison.OrdinalIgnoreCase))
            .ThenBy(kind => kind.Code, StringComparer.Ordinal),
    ];

    private bool Matches(IndicatorKind kind)
    {
        var text = $"{kind.Code} {kind.Name} {kind.Help}";
        return _search.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private async Task SearchKeyAsync(KeyboardEventArgs key)
    {
        if (key.Key == "Enter" && Found() is [var first, ..]) await OnPicked.InvokeAsync(first);
    }
}
