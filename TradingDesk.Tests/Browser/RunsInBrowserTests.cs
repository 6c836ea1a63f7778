using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Browser;

/// <summary>A strategy's run from a real browser: declared by the form, started, warmed from history, paused, judged by axe.</summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser"), Trait("Speed", "Slow")]
public sealed class RunsInBrowserTests(BrowserFixture fixture)
{
    /// <summary>A strategy that crosses at every other candle may still find the market quiet for a while.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(90);

    private static readonly string _axe = Repository.PathOf("TradingDesk.Web", "node_modules", "axe-core", "axe.min.js");

    [Fact]
    public async Task A_run_is_declared_by_the_form_trades_by_itself_is_flattened_and_paused()
    {
        await using var desk = DeskProcess.Launch("--MARKET_SPEED", "60");
        await desk.FilledAsync();
        await using var session = await OpenAsync(await desk.ListeningAsync(), DeskLook.Wide);
        await DeclareAsync(session, "First of all", ("short-window", "2"), ("long-window", "3"), ("min-confidence", "0"));

        await session.Page.ClickAsync("[aria-label='Start First of all']");
        await session.UntilAsync(StateIs("Running"));
        await session.UntilAsync("document.querySelector('[aria-label=\"Flatten First of all\"]').disabled === false", _patience);
        await session.Page.ClickAsync("[aria-label='Flatten First of all']");
        await session.Page.ClickAsync(".run-row .sure");
        await session.UntilAsync(StateIs("Paused"));
        await session.UntilAsync("document.querySelector('.run-row [data-label=Holds]').textContent === 'nothing'");
        await session.Page.ClickAsync("[aria-label='Resume First of all']");
        await session.UntilAsync(StateIs("Running"));
        await session.Page.ClickAsync("[aria-label='Pause First of all']");
        await session.UntilAsync(StateIs("Paused"));

        await session.Page.ClickAsync(".run-row th a");
        await session.Page.WaitForSelectorAsync(DeskSession.DrawnChart);
        await session.UntilAsync("document.querySelector('.run-head').innerText.includes('Paused: opens nothing')");
        await session.UntilAsync("Number(document.querySelector('.chart-canvas').dataset.signals) > 0");
        await session.UntilAsync("document.querySelectorAll('.signal-table tbody tr').length > 0");
        Assert.Empty(session.ConsoleErrors);
    }

    [Theory, MemberData(nameof(AccessibilityTests.Looks), MemberType = typeof(AccessibilityTests))]
    public async Task Axe_finds_nothing_to_object_to_on_the_pages_of_runs(int width, int height, string theme, string palette)
    {
        await using var session = await OpenAsync(await fixture.AddressAsync(), new DeskLook(width, height, theme, palette));
        await session.AskAsync<bool>(await File.ReadAllTextAsync(_axe) + "; true");
        if (!await session.AskAsync<bool>("document.querySelector('.run-row') !== null")) await DeclareAsync(session, "For the eye");
        await session.Page.ClickAsync(".new-run");
        await session.Page.FillAsync("#run-quantity", "x");
        await session.Page.WaitForSelectorAsync("#run-quantity-problem:not(:empty)");

        var list = await session.AskAsync<string[]>(AccessibilityTests.Judge);
        var sideways = await session.AskAsync<int>("document.documentElement.scrollWidth");
        await session.Page.ClickAsync(".run-row th a");
        await session.Page.WaitForSelectorAsync(DeskSession.DrawnChart);
        await session.AskAsync<bool>(await File.ReadAllTextAsync(_axe) + "; true");
        var page = await session.AskAsync<string[]>(AccessibilityTests.Judge);

        Assert.Empty(list.Concat(page).Distinct());
        Assert.Equal((width, width), (sideways, await session.AskAsync<int>("document.documentElement.scrollWidth")));
    }

    [Fact]
    public async Task Targets_on_a_phone_are_as_large_as_a_finger()
    {
        await using var session = await OpenAsync(await fixture.AddressAsync(), DeskLook.Phone);
        if (!await session.AskAsync<bool>("document.querySelector('.run-row') !== null")) await DeclareAsync(session, "For the finger");
        await session.Page.ClickAsync(".new-run");
        await session.Page.WaitForSelectorAsync("#run-quantity");

        var small = await session.AskAsync<string[]>(
            """
            [...document.querySelectorAll('button, input, select, .page-link, .run-row a')].filter(target => target.checkVisibility())
                .map(target => [target, target.getBoundingClientRect()]).filter(([, box]) => box.height < 44 || box.width < 24)
                .map(([target, box]) => `${target.className} ${target.textContent.trim()} ${box.width} x ${box.height}`)
            """);

        Assert.Empty(small);
    }

    private static string StateIs(string state) => $"document.querySelector('.run-row').dataset.state === '{state}'";

    private static async Task DeclareAsync(DeskSession session, string name, params (string Field, string Text)[] numbers)
    {
        await session.UntilAsync("document.querySelector('.new-run')?.disabled === false");
        await session.Page.ClickAsync(".new-run");
        await session.Page.SelectOptionAsync("#run-strategy", "ma_crossover");
        await session.Page.SelectOptionAsync("#run-timeframe", "1m");
        foreach (var (field, text) in numbers) await session.Page.FillAsync($"#run-{field}", text);
        await session.Page.FillAsync("#run-name", name);
        await session.UntilAsync("document.querySelector('.declare')?.disabled === false");
        await session.Page.ClickAsync(".declare");
        await session.UntilAsync("document.querySelector('.run-row') !== null && document.querySelector('.run-form') === null");
    }

    private async Task<DeskSession> OpenAsync(string address, DeskLook look) =>
        await DeskSession.OpenBareAsync(await fixture.BrowserAsync(), $"{address}/strategies", look);
}
