using System.Globalization;
using Microsoft.Playwright;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Browser;

/// <summary>One browser looking at the desk page, with what a person would read off it.</summary>
internal sealed class DeskSession : IAsyncDisposable
{
    public const string Live = ".desk[data-circuit=up]";
    public const string DrawnChart = ".chart-body[data-state=shown] .chart-canvas[data-state=shown]";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private static readonly string[] _betweenPages = ["Execution context was destroyed", "of null"];

    private DeskSession(IPage page, List<string> consoleErrors) => (Page, ConsoleErrors) = (page, consoleErrors);

    public IPage Page { get; }

    public List<string> ConsoleErrors { get; }

    /// <summary>Opens the page and waits until it is live and its chart drawn: a click before that would be lost.</summary>
    public static async Task<DeskSession> OpenAsync(Support.Browser browser, string address, DeskLook look)
    {
        var session = await OpenBareAsync(browser, address, look);
        await session.WaitForDeskAsync();
        return session;
    }

    /// <summary>Opens a page without a chart and waits until it is live.</summary>
    public static async Task<DeskSession> OpenBareAsync(Support.Browser browser, string address, DeskLook look)
    {
        List<string> consoleErrors = [];
        var page = await browser.NewPageAsync(look.Width, look.Height, consoleErrors);
        await page.AddInitScriptAsync(
            $"localStorage.setItem('desk.theme', '{look.Theme}'); localStorage.setItem('desk.palette', '{look.Palette}');");
        var session = new DeskSession(page, consoleErrors);
        var whole = new Uri(address).GetLeftPart(UriPartial.Authority); // Of one page alone the circuit would know nothing.
        await page.Context.AddCookiesAsync(
            [new() { Name = TestPerson.CookieNameAt(address), Value = TestPerson.CookieAt(address), Url = whole }]);
        await page.GotoAsync(address);
        await page.WaitForSelectorAsync(Live);
        return session;
    }

    /// <summary>The page in a second tab, which begins with what the first one keeps, as when a person duplicates a tab.</summary>
    public async Task<DeskSession> DuplicateAsync()
    {
        var twin = new DeskSession(await Page.RunAndWaitForPopupAsync(() => Page.EvaluateAsync("void window.open(location.href)")), []);
        await twin.WaitForDeskAsync();
        return twin;
    }

    public async Task WaitForDeskAsync()
    {
        await Page.WaitForSelectorAsync(Live);
        await Page.WaitForSelectorAsync(DrawnChart);
    }

    /// <summary>What the page's script says, such as a text or a number of it.</summary>
    public Task<T> AskAsync<T>(string script) => Page.EvaluateAsync<T>(script);

    /// <summary>Scrolls through the watchlist, which renders what is in view only, until the row is there.</summary>
    private const string BringsRow = """
        async symbol => {
            const list = document.querySelector('.watch .rows');
            const frame = list.scrollHeight > list.clientHeight + 1 ? list : document.scrollingElement;
            const rows = () => [...list.querySelectorAll('.watch-row')];
            const until = async isSo => { while (!isSo()) await new Promise(later => setTimeout(later, 20)); };
            const standsInTheMiddle = row => {
                const [of, at] = [row.getBoundingClientRect(), list.getBoundingClientRect()];
                const middle = (Math.max(at.top, 0) + Math.min(at.bottom, innerHeight)) / 2;
                return of.top <= middle && of.bottom >= middle;
            };
            for (let top = 0; top < frame.scrollHeight; top += frame.clientHeight / 2) {
                if (rows().some(row => row.querySelector('strong').textContent === symbol)) return;
                frame.scrollTop = top;
                await until(() => rows().some(standsInTheMiddle) || list.getBoundingClientRect().top > innerHeight);
            }
        }
        """;

    /// <summary>Clicks an instrument of the NSE in the watchlist and waits until its chart is drawn.</summary>
    public async Task ChooseAsync(string symbol)
    {
        await Page.EvaluateAsync(BringsRow, symbol);
        await Page.ClickAsync(RowOf(symbol));
        await UntilAsync($"document.querySelector('.chart-panel h2').textContent === '{symbol}'");
        await WaitForDeskAsync();
    }

    public Task<string> TextAsync(string selector) => Page.Locator(selector).First.InnerTextAsync();

    /// <summary>A number that the chart tells about itself: updates, candles, close.</summary>
    public async Task<decimal> ChartAsync(string name) =>
        decimal.Parse(await Page.Locator(".chart-canvas").GetAttributeAsync($"data-{name}") ?? "0", CultureInfo.InvariantCulture);

    /// <summary>
    /// Waits until the script's condition holds in the page and gives the time it took. Asked from outside, for the page's own policy
    /// forbids Playwright's way of waiting; while the page loads anew the answer is no.
    /// </summary>
    public Task<TimeSpan> UntilAsync(string condition, TimeSpan? deadline = null) =>
        Patience.UntilAsync(() => HoldsAsync(condition), deadline ?? _patience, condition);

    public async ValueTask DisposeAsync() => await Page.CloseAsync();

    private static string RowOf(string symbol) => $".watch-row:has(strong:text-is('{symbol}')):has(.dim:text-is('NSE'))";

    private async Task<bool> HoldsAsync(string condition)
    {
        try
        {
            return await Page.EvaluateAsync<bool>(condition);
        }
        catch (PlaywrightException failure) when (_betweenPages.Any(words => failure.Message.Contains(words, StringComparison.Ordinal)))
        {
            return false;
        }
    }
}
