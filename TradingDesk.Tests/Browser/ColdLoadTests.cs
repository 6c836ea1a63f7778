using System.Text.Json;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Browser;

/// <summary>What the first visit of a browser costs.</summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser")]
public sealed class ColdLoadTests(BrowserFixture fixture)
{
    private const int BytesMost = 300 * 1024;
    private const int RequestsMost = 15;

    [Fact]
    public async Task A_cold_load_takes_at_most_300_KB_and_15_requests_until_the_chart_is_drawn()
    {
        var browser = await fixture.BrowserAsync();
        var address = await fixture.AddressAsync();
        var page = await browser.NewPageAsync(1440, 900, []);
        await page.Context.AddCookiesAsync(
            [new() { Name = TestPerson.CookieNameAt(address), Value = TestPerson.CookieAt(address), Url = address }]);
        var network = await page.Context.NewCDPSessionAsync(page);
        var (requests, bytes) = (new List<string>(), 0.0);
        network.Event("Network.requestWillBeSent").OnEvent += (_, told) => requests.Add(UrlOf(told));
        network.Event("Network.webSocketCreated").OnEvent += (_, told) => requests.Add(told!.Value.GetProperty("url").GetString()!);
        network.Event("Network.loadingFinished").OnEvent += (_, told) => bytes += told!.Value.GetProperty("encodedDataLength").GetDouble();
        await network.SendAsync("Network.enable");

        await page.GotoAsync(address);
        await page.WaitForSelectorAsync(DeskSession.DrawnChart);
        await page.CloseAsync();

        var sent = requests.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)).ToList();
        TestContext.Current.SendDiagnosticMessage($"Cold load: {bytes:0} bytes in {sent.Count} requests.");
        Assert.Contains(sent, url => url.StartsWith("ws://", StringComparison.Ordinal));
        Assert.InRange(bytes, 50_000, BytesMost);
        Assert.True(sent.Count <= RequestsMost, string.Join('\n', sent));
    }

    private static string UrlOf(JsonElement? told) => told!.Value.GetProperty("request").GetProperty("url").GetString()!;
}
