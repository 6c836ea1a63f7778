using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>The bar that says what world this is, whether the market trades, how its indices stand, and where else one can go.</summary>
public sealed partial class TopBar : ComponentBase
{
    /// <summary>The page's name, for those who hear it.</summary>
    [Parameter] public string Title { get; set; } = "Desk";
}
