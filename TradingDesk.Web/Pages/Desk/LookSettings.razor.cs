using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>Theme and palette; the browser's script applies and keeps them, so they need no circuit.</summary>
public sealed partial class LookSettings : ComponentBase
{
    protected override bool ShouldRender() => false;
}
