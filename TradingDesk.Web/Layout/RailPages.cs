using TradingDesk.Engine.People;

namespace TradingDesk.Web.Layout;

/// <summary>Every page that can be gone to, in the order of the rail; who does not administer is shown no such page.</summary>
internal static class RailPages
{
    private static readonly RailPage[] _everybodys =
    [
        new("Desk", "", 'd', IsNear: true), new("Charts", "charts", 'c'), new("Orders", "orders", 'o', IsNear: true),
        new("Positions", "positions", 'p', IsNear: true), new("Strategies", "strategies", 's', IsNear: true), new("Risk", "risk", 'r'),
        new("Accounts", "accounts", 'a'), new("Indicators", "indicators", 'i'), new("Alerts", "alerts", 'l'), new("Market", "market", 'm'),
        new("Health", "health", 'h'), new("Settings", "settings", 'e'), new("About", "about", 'b'),
    ];

    private static readonly RailPage[] _administrators = [new("Users", "users", 'u'), new("Audit", "audit", 't')];

    public static IEnumerable<RailPage> For(Person? person) =>
        person?.Roles.HasFlag(Roles.Admin) == true ? _everybodys.Concat(_administrators) : _everybodys;
}
