using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Layout;

/// <summary>What stands in the page from the first byte, for the times when the desk itself cannot speak.</summary>
public sealed partial class LostDesk : ComponentBase;
