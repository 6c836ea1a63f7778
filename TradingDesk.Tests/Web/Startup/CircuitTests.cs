using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Web.Startup;

[Trait("Needs", "Browser")]
public sealed class CircuitTests
{
    [Fact]
    public async Task A_click_in_a_browser_reaches_the_server_and_comes_back()
    {
        await using var desk = DeskProcess.Launch();
        await using var browser = await Browser.StartAsync();
        List<string> errors = [];

        var page = await browser.OpenAsync(await desk.ListeningAsync(), 1440, 900, errors);
        await page.ClickAsync("#instrument-1");
        await page.WaitForSelectorAsync("#instrument-1[aria-selected='true']");

        Assert.Empty(errors);
    }
}
