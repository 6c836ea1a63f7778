using Microsoft.AspNetCore.Components;
using TradingDesk.Web.Components.Controls;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>All orders and trades of the chosen account.</summary>
public sealed partial class OrdersPage : ComponentBase
{
    private const string Trades = "Trades";

    private static readonly Segment<string>[] _tabs = [new("Orders", "Orders"), new(Trades, Trades)];

    private string _tab = "Orders";
}
