using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation.Accounts;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>The life of an intent told from top to bottom: why it was allowed, what left, what came back, and what it cost.</summary>
public sealed partial class OrderStory : ComponentBase
{
    [Parameter, EditorRequired] public OrderLife Life { get; set; } = null!;

    /// <summary>Whether nothing more is expected of its orders.</summary>
    [Parameter] public bool IsOver { get; set; }

    /// <summary>The order's number, where there are several and the step is about one.</summary>
    private string OrderOf(OrderStep step)
    {
        var isAboutAll = step.Order.Slice == 0 || step.Kind is "accepted" or "denied";
        return isAboutAll || Life.Steps.All(other => other.Order == step.Order) ? "" : $" · {step.Order}";
    }
}
