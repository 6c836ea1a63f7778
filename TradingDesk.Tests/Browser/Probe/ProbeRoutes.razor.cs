using Microsoft.AspNetCore.Components;

namespace TradingDesk.Tests.Browser.Probe;

/// <summary>The probe's interactive router.</summary>
public sealed partial class ProbeRoutes : ComponentBase;
