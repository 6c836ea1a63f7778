namespace TradingDesk.Web.Pages.Watch;

/// <summary>What the button at a row's end does, where it has one.</summary>
public enum RowTool
{
    None = 0,

    /// <summary>Puts the instrument onto the list.</summary>
    Add = 1,

    /// <summary>It is on the list already.</summary>
    Added = 2,

    /// <summary>Takes it off the list.</summary>
    Remove = 3,
}
