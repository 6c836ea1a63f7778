using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation.Accounts;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>The market as it was when an intent was judged: the price it was judged by, and the candles of that moment.</summary>
public sealed partial class OrderMoment : ComponentBase
{
    [Parameter, EditorRequired] public OrderLife Life { get; set; } = null!;
}
