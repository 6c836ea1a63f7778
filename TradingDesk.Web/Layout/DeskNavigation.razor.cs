using Microsoft.AspNetCore.Components;
using TradingDesk.Web.SignIn;

namespace TradingDesk.Web.Layout;

/// <summary>The way from page to page; the one that is shown is marked.</summary>
public sealed partial class DeskNavigation(Seat seat) : ComponentBase
{
    private IEnumerable<RailPage> Pages => RailPages.For(seat.Sitter?.Person);
}
