using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Pages.Health;

/// <summary>Things of one kind that were measured, one to a row.</summary>
public sealed partial class HealthPanel : ComponentBase
{
    [Parameter, EditorRequired] public HealthGroup Group { get; set; } = null!;
}
