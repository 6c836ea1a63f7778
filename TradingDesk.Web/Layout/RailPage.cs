namespace TradingDesk.Web.Layout;

/// <summary>A page in the rail.</summary>
/// <param name="Name">Its name, which is also its sign's.</param>
/// <param name="Address">Below the desk's own.</param>
/// <param name="Key">The letter that goes there after G.</param>
/// <param name="IsNear">Whether a phone shows it in the bar itself; there is room for four.</param>
internal sealed record RailPage(string Name, string Address, char Key, bool IsNear = false);
