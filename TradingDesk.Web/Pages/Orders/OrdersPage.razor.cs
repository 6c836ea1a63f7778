using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>All orders of the chosen account.</summary>
public sealed partial class OrdersPage : ComponentBase;
