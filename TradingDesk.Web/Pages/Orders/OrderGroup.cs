using TradingDesk.Engine.Observation.Accounts;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>Which orders a list shows.</summary>
public enum OrderGroup
{
    Open = 0,
    Executed = 1,
    Refused = 2,
    Cancelled = 3,
}

/// <summary>Which group an order is in; one that is partly filled and over was executed.</summary>
internal static class OrderGroups
{
    public static OrderGroup Of(OrderView order)
    {
        if (!OrderWords.IsOver(order.Stage)) return OrderGroup.Open;
        if (order.Filled.Units > 0) return OrderGroup.Executed;
        return OrderWords.IsRefused(order.Stage) ? OrderGroup.Refused : OrderGroup.Cancelled;
    }

    public static string NothingIn(OrderGroup group) => group switch
    {
        OrderGroup.Open => "No open orders.",
        OrderGroup.Executed => "Nothing was executed.",
        OrderGroup.Refused => "Nothing was refused.",
        _ => "Nothing was cancelled or expired.",
    };
}
