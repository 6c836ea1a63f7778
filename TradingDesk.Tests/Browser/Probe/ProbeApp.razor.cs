using Microsoft.AspNetCore.Components;

namespace TradingDesk.Tests.Browser.Probe;

/// <summary>The document of the small app that uses everything the Blazor script must do for the desk.</summary>
public sealed partial class ProbeApp : ComponentBase;
