namespace TradingDesk.Web.Pages.Charts;

/// <summary>What the chart panel can show of its history.</summary>
internal enum ChartState
{
    Loading = 0,
    Empty = 1,
    Failed = 2,
    Shown = 3,
}
