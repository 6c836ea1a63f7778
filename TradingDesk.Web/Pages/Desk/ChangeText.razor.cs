using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>A day's change as arrow, sign and colour.</summary>
public sealed partial class ChangeText : ComponentBase
{
    [Parameter] public long? BasisPoints { get; set; }
}
