using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using TradingDesk.Tests.Browser.Probe;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Browser;

/// <summary>
/// The script that the desk serves, together with the framework of this runtime: everything the desk asks of the pair, on a small app.
/// Finding back after a freeze is in <see cref="LostServerTests"/>.
/// </summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser")]
public sealed class BlazorScriptTests(BrowserFixture fixture) : IAsyncLifetime
{
    private static readonly string _module = Repository.PathOf("TradingDesk.Tests", "Browser", "Probe", "probe.js");

    private readonly List<string> _consoleErrors = [];
    private WebApplication _app = null!;
    private IPage _page = null!;

    private string Address => _app.Urls.Single();

    public async ValueTask InitializeAsync()
    {
        var browser = await fixture.BrowserAsync();
        _app = await StartAsync(await ReadScriptAsync());
        _page = await browser.OpenAsync(Address, 1_000, 800, _consoleErrors);
        await _page.WaitForSelectorAsync("main[data-live=true]");
    }

    public async ValueTask DisposeAsync()
    {
        if (_page is not null) await _page.CloseAsync();
        if (_app is not null) await _app.DisposeAsync();
    }

    [Fact]
    public async Task Events_and_bindings_reach_the_server_and_come_back()
    {
        await _page.ClickAsync("#count");
        await _page.ClickAsync("#count");
        await _page.Locator("#text").PressSequentiallyAsync("12,34,567.89 ₹");
        await _page.CheckAsync("#tick");

        await Sees("#count", "2");
        await Sees("#echo", "12,34,567.89 ₹");
        await Sees("#ticked", "yes");
    }

    [Fact]
    public async Task A_file_is_taken_whole()
    {
        var content = Enumerable.Repeat((byte)7, 200_000).ToArray();

        await _page.SetInputFilesAsync("#file", new FilePayload { Name = "ticks.csv", MimeType = "text/csv", Buffer = content });

        await Sees("#file-told", "ticks.csv 1400000");
    }

    [Fact]
    public async Task A_long_list_shows_the_rows_it_is_scrolled_to()
    {
        await Sees("#list >> text=/^row 0$/", "row 0");
        await _page.EvaluateAsync("document.getElementById('list').scrollTop = 1e9");

        await Sees("#list >> text=/^row 9999$/", "row 9999");
    }

    [Fact]
    public async Task Links_the_server_and_the_back_button_navigate_without_a_new_page()
    {
        await _page.EvaluateAsync("window.isSamePage = true");
        await _page.ClickAsync("#link");
        await Sees("#second", "Second");
        await _page.ClickAsync("#back");
        await Sees("#count", "0");
        await _page.GoBackAsync();
        await Sees("#second", "Second");

        Assert.EndsWith("/second", _page.Url, StringComparison.Ordinal);
        Assert.True(await _page.EvaluateAsync<bool>("window.isSamePage === true"));
    }

    [Fact]
    public async Task Modules_streams_and_calls_back_cross_in_both_directions()
    {
        await _page.ClickAsync("#script");

        await Sees("#module-told", "hello desk");
        await Sees("#called-back", "from the browser");
        await Sees("#stream-out", "10");
        await Sees("#stream-in", "300000");
    }

    [Fact]
    public async Task What_was_prerendered_keeps_its_state_when_it_becomes_live()
    {
        using var client = new HttpClient();
        var prerendered = await client.GetStringAsync(new Uri(Address));
        var before = await _page.TextContentAsync("#kept");
        await _page.ReloadAsync();
        await _page.WaitForSelectorAsync("main[data-live=true]");
        var after = await _page.TextContentAsync("#kept");

        Assert.Contains("<output id=\"kept\">visit 2</output>", prerendered, StringComparison.Ordinal);
        Assert.Equal(("visit 1", "visit 3"), (before, after));
    }

    private async Task Sees(string selector, string text)
    {
        await Assertions.Expect(_page.Locator(selector).First).ToHaveTextAsync(text, new() { Timeout = 30_000 });
        Assert.Empty(_consoleErrors);
    }

    /// <summary>The script as the desk serves it, wherever its build took it from.</summary>
    private async Task<byte[]> ReadScriptAsync()
    {
        using var client = new HttpClient { BaseAddress = new Uri(await fixture.AddressAsync()) };
        return await client.GetByteArrayAsync(new Uri("_framework/blazor.web.js", UriKind.Relative));
    }

    private static async Task<WebApplication> StartAsync(byte[] script)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<ProbeVisits>().AddRazorComponents().AddInteractiveServerComponents();
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapGet("/_framework/blazor.web.js", () => Results.Bytes(script, "text/javascript"));
        app.MapGet("/probe.js", () => Results.File(_module, "text/javascript"));
        app.MapGet("/favicon.ico", () => Results.NoContent());
        app.MapRazorComponents<ProbeApp>().AddInteractiveServerRenderMode();
        await app.StartAsync();
        return app;
    }
}
