using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Layout;

/// <summary>The frame of the pages before the desk. Not in their folder, where it would be its own frame without end.</summary>
public sealed partial class DoorLayout : LayoutComponentBase;
