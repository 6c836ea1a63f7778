using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Layout;

/// <summary>The way from page to page; the one that is shown is marked.</summary>
public sealed partial class DeskNavigation : ComponentBase;
