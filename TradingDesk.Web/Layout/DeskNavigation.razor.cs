using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.People;
using TradingDesk.Web.SignIn;

namespace TradingDesk.Web.Layout;

/// <summary>The way from page to page; the one that is shown is marked, and who does not administer sees no such page.</summary>
public sealed partial class DeskNavigation(Seat seat) : ComponentBase
{
    private static readonly RailPage[] _everybodys =
    [
        new("Desk", "", IsNear: true), new("Orders", "orders", IsNear: true), new("Positions", "positions", IsNear: true),
        new("Strategies", "strategies", IsNear: true), new("Risk", "risk"), new("Accounts", "accounts"),
        new("Indicators", "indicators"), new("Alerts", "alerts"), new("Market", "market"),
    ];

    private static readonly RailPage[] _administrators = [];

    private IEnumerable<RailPage> Pages =>
        seat.Sitter?.Person.Roles.HasFlag(Roles.Admin) == true ? _everybodys.Concat(_administrators) : _everybodys;
}
