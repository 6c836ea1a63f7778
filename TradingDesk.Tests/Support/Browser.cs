using Microsoft.Playwright;

namespace TradingDesk.Tests.Support;

/// <summary>A headless Chromium of the machine (TRADINGDESK_CHROMIUM or /usr/bin/chromium).</summary>
internal sealed class Browser : IAsyncDisposable
{
    /// <summary>The machine may be building something else beside the tests.</summary>
    private const float PatienceMilliseconds = 30_000;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static string Program => Environment.GetEnvironmentVariable("TRADINGDESK_CHROMIUM") ?? "/usr/bin/chromium";

    public static async Task<Browser> StartAsync()
    {
        Assert.SkipUnless(File.Exists(Program), $"There is no Chromium at {Program}; TRADINGDESK_CHROMIUM may name another.");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
        return new Browser(playwright, browser);
    }

    /// <summary>An empty page of its own profile; what its console calls an error goes to <paramref name="consoleErrors"/>.</summary>
    public async Task<IPage> NewPageAsync(int width, int height, List<string> consoleErrors)
    {
        var page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        page.SetDefaultTimeout(PatienceMilliseconds);
        page.Console += (_, message) =>
        {
            if (message.Type == "error") consoleErrors.Add(message.Text);
        };
        page.PageError += (_, error) => consoleErrors.Add(error);
        return page;
    }

    /// <summary>The page at an address, in a profile of its own.</summary>
    public async Task<IPage> OpenAsync(string address, int width, int height, List<string> consoleErrors)
    {
        var page = await NewPageAsync(width, height, consoleErrors);
        await page.GotoAsync(address);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
