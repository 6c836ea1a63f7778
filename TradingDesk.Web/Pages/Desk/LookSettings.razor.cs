using Microsoft.AspNetCore.Components;
using TradingDesk.Web.SignIn;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>Who sits here, theme and palette; the browser's script applies and keeps them, so they need no circuit.</summary>
public sealed partial class LookSettings : ComponentBase
{
    [Inject] private Seat Seat { get; set; } = null!;

    protected override bool ShouldRender() => false;
}
