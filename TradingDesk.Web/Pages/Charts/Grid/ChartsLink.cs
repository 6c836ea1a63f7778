namespace TradingDesk.Web.Pages.Charts.Grid;

/// <summary>What the charts of the page have in common.</summary>
public enum ChartsLink
{
    None = 0,
    Symbol = 1,
    Interval = 2,
}
