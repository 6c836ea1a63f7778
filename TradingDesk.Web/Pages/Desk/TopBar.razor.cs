using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>The bar that says what world this is, whether the market trades, and how its indices stand.</summary>
public sealed partial class TopBar : ComponentBase;
