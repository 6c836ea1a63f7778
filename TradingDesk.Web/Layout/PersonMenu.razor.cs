using Microsoft.AspNetCore.Components;
using TradingDesk.Web.SignIn;

namespace TradingDesk.Web.Layout;

/// <summary>Who sits here; opens how the desk looks for them, and the way out.</summary>
public sealed partial class PersonMenu(Seat seat) : ComponentBase
{
    private string _name = "";

    protected override void OnInitialized() => _name = seat.Sitter?.Person.Name ?? "";
}
