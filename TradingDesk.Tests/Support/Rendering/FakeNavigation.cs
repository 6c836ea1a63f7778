using Microsoft.AspNetCore.Components;

namespace TradingDesk.Tests.Support.Rendering;

/// <summary>Navigation that goes nowhere and remembers where it should have gone.</summary>
internal sealed class FakeNavigation : NavigationManager
{
    public FakeNavigation() => Initialize("http://desk.test/", "http://desk.test/");

    public List<string> Visited { get; } = [];

    protected override void NavigateToCore(string uri, NavigationOptions options)
    {
        Visited.Add(uri);
        Uri = ToAbsoluteUri(uri).ToString();
        NotifyLocationChanged(isInterceptedLink: false);
    }
}
