using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.People;
using TradingDesk.Web.Components.Tables;
using TradingDesk.Web.Pages.Health;
using TradingDesk.Web.SignIn;

namespace TradingDesk.Web.Pages.About;

/// <summary>Which program this is, whose software is in it and under which licences, and what there is to read about it.</summary>
public sealed partial class AboutPage(Seat seat) : ComponentBase
{
    private static readonly TableColumn<Notice>[] _columns =
    [
        new("name", "Name") { Text = notice => notice.Name, SortKey = notice => notice.Name, IsRowHeader = true },
        new("version", "Version") { Text = notice => notice.Version },
        new("licence", "Licence") { Text = notice => notice.Licence, SortKey = notice => notice.Licence },
        new("holder", "Whose") { Text = notice => notice.Holder, SortKey = notice => notice.Holder, IsFlexible = true, IsWide = true },
    ];

    private bool IsAdministrator => seat.Sitter?.Person.Roles.HasFlag(Roles.Admin) == true;
}
