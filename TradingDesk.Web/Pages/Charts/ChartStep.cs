namespace TradingDesk.Web.Pages.Charts;

/// <summary>What the popover of a chart's indicators shows: nothing at first, the list, a form, or the question to remove.</summary>
internal enum ChartStep
{
    Closed = 0,
    List = 1,
    Form = 2,
    Removal = 3,
}
