namespace TradingDesk.Web.Components.Tables;

/// <summary>How a table stands to what it should show; that the browser lost the desk is seen by the browser alone.</summary>
public enum TableCondition
{
    Ready = 0,
    Loading = 1,
    Failed = 2,

    /// <summary>What is shown is of some time ago.</summary>
    Stale = 3,

    /// <summary>The market is closed: nothing will change, and that is right.</summary>
    Closed = 4,

    /// <summary>The source of the rows is away; what is shown was true when it went.</summary>
    Disconnected = 5,

    /// <summary>Nothing passes a choice that the page offers beside the table's own filter.</summary>
    Filtered = 6,
}
