using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Pages.Positions;

/// <summary>All positions of the chosen account.</summary>
public sealed partial class PositionsPage : ComponentBase;
