using Microsoft.Playwright;
using TradingDesk.Tests.Browser.Evidence;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Browser;

/// <summary>The desk and the browser that the browser tests share, started when the first test asks for them.</summary>
public sealed class BrowserFixture : IAsyncDisposable
{
    private DeskProcess? _desk;
    private TradedDesk? _traded;
    private Support.Browser? _browser;

    internal async Task<Support.Browser> BrowserAsync() => _browser ??= await Support.Browser.StartAsync();

    /// <summary>The shared desk; who stops it lets it go on before the test ends.</summary>
    internal async Task<DeskProcess> DeskAsync()
    {
        await BrowserAsync(); // Without a browser the test is skipped and needs no desk.
        return _desk ??= DeskProcess.Launch();
    }

    /// <summary>The desk of those tests that look at what happened on it.</summary>
    internal async Task<TradedDesk> TradedAsync()
    {
        await BrowserAsync();
        return _traded ??= await TradedDesk.OpenAsync();
    }

    internal async Task<string> AddressAsync() => await (await DeskAsync()).ListeningAsync();

    /// <summary>The shared desk's page, live and with its chart drawn; closed with the session.</summary>
    internal async Task<DeskSession> OpenDeskAsync(DeskLook? look = null) =>
        await DeskSession.OpenAsync(await BrowserAsync(), await AddressAsync(), look ?? DeskLook.Wide);

    /// <summary>The shared desk's market page, live; closed with the session.</summary>
    internal async Task<DeskSession> OpenMarketAsync(DeskLook? look = null) =>
        await DeskSession.OpenBareAsync(await BrowserAsync(), $"{await AddressAsync()}/market", look ?? DeskLook.Wide);

    /// <summary>The shared desk's indicators page, live and with its preview drawn; closed with the session.</summary>
    internal async Task<DeskSession> OpenIndicatorsAsync(DeskLook? look = null) =>
        await DeskSession.OpenAsync(await BrowserAsync(), $"{await AddressAsync()}/indicators", look ?? DeskLook.Wide);

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        if (_desk is not null) await _desk.DisposeAsync();
        if (_traded is not null) await _traded.DisposeAsync();
    }
}
