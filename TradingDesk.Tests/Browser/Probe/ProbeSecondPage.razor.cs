using Microsoft.AspNetCore.Components;

namespace TradingDesk.Tests.Browser.Probe;

/// <summary>Where the probe navigates to, and back from by its own word.</summary>
public sealed partial class ProbeSecondPage(NavigationManager navigation) : ComponentBase
{
    private void GoBack() => navigation.NavigateTo("/");
}
