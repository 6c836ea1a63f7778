using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation.Accounts;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>What an intent's trades cost, line by line.</summary>
public sealed partial class OrderCharges : ComponentBase
{
    [Parameter, EditorRequired] public OrderCost Cost { get; set; } = null!;
}
