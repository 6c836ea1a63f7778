using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>The timeframes the desk builds, one of them chosen, and a way to add another.</summary>
public sealed partial class TimeframeBar : ComponentBase
{
    [Parameter] public Timeframe Value { get; set; }

    [Parameter] public EventCallback<Timeframe> ValueChanged { get; set; }
}
