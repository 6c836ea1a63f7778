using TradingDesk.Engine.Observation.Accounts;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>Which orders a list shows.</summary>
public enum OrderGroup
{
    Open = 0,
    Executed = 1,
    Refused = 2,
    Cancelled = 3,

    /// <summary>Those of the open ones of which a person has to find out what is true.</summary>
    Unknown = 4,
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

    /// <summary>An order of unknown fate may work at the venue: it is among the open ones too.</summary>
    public static bool Holds(OrderGroup group, OrderView order) =>
        group == OrderGroup.Unknown ? OrderWords.IsDoubtful(order.Stage) : Of(order) == group;

    public static string NothingIn(OrderGroup group) => group switch
    {
        OrderGroup.Open => "No open orders.",
        OrderGroup.Executed => "Nothing was executed.",
        OrderGroup.Refused => "Nothing was refused.",
        OrderGroup.Unknown => "Of every order it is known what became of it.",
        _ => "Nothing was cancelled or expired.",
    };
}
