using Microsoft.AspNetCore.Components;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Components.Controls;

/// <summary>A health light; the words beside it say the same, and it goes out when the browser has lost the desk.</summary>
public sealed partial class Dot : ComponentBase
{
    [Parameter] public Tone Tone { get; set; }
}
