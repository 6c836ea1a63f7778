using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation.Days;

namespace TradingDesk.Web.Pages.Market;

/// <summary>How sure a day is, with its source where one points at it.</summary>
public sealed partial class Known : ComponentBase
{
    [Parameter, EditorRequired] public MarketDay Day { get; set; } = null!;

    private string Title => $"{Day.Source}; written down {Day.Noted} by {Day.By}. {Day.Remark}";
}
