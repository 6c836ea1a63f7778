using System.Globalization;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Browser;

/// <summary>The indicators of the chart in a real browser: what a person hides stays hidden, and many have room.</summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser")]
public sealed class ChartIndicatorsTests(BrowserFixture fixture)
{
    private const string Twelve = "SMA:9,EMA:21,SMA:200,SUPERTREND:10:3,PSAR:0.02:0.2,DONCHIAN:20,ICHIMOKU:9:26:52,"
        + "RSI:14,ADX:14,MFI:14,STOCH:14:3:3,STOCHRSI:14:14:3:3";

    // The panes of the chart from top to bottom: the library gives each a row of its table, the last is the time axis.
    private const string PaneHeights =
        """
        [...document.querySelectorAll('.chart-canvas tr')].slice(0, -1)
            .map(row => row.getBoundingClientRect().height).filter(height => height > 2)
        """;

    // What the panes have of the chart's height, which changes when the desk says something above it.
    private const string PaneShares =
        $"(heights => heights.map(height => height / heights.reduce((sum, one) => sum + one)))({PaneHeights})";

    private const string Range = "document.querySelector('.chart-canvas').dataset.range";

    // Every range the chart says from now on, beginning with the one it says now.
    private const string NoteRanges =
        """
        (() => {
            const canvas = document.querySelector('.chart-canvas');
            window.ranges = new Set([canvas.dataset.range]);
            new MutationObserver(() => ranges.add(canvas.dataset.range)).observe(canvas, { attributeFilter: ['data-range'] });
            return true;
        })()
        """;

    [Fact]
    public async Task What_is_hidden_stays_hidden_after_a_reload_and_is_one_click_from_being_shown()
    {
        await using var session = await fixture.OpenDeskAsync();
        var panes = await session.AskAsync<double[]>(PaneHeights);
        await session.Page.HoverAsync(Group("RSI:14"));
        await session.Page.ClickAsync(".legend-tool[aria-label='Hide RSI:14']");
        await session.Page.ReloadAsync();
        await session.WaitForDeskAsync();

        var hidden = await session.TextAsync(".legend-summary");
        var without = await session.AskAsync<double[]>(PaneHeights);
        await session.Page.HoverAsync(Group("RSI:14"));
        await session.Page.ClickAsync(".legend-tool[aria-label='Show RSI:14']");
        await session.UntilAsync($"{PaneHeights.Trim()}.length === {panes.Length}");

        Assert.Equal("1 hidden", hidden);
        Assert.Equal(panes.Length - 1, without.Length);
        Assert.Empty(session.ConsoleErrors);
    }

    [Fact]
    public async Task Zoom_survives_what_is_hidden_and_shown()
    {
        await using var session = await fixture.OpenDeskAsync();
        await ScrollBackAsync(session);
        var range = await session.AskAsync<string>(Range);

        await session.Page.HoverAsync(Group("SMA:9"));
        await session.Page.ClickAsync(".legend-tool[aria-label='Hide SMA:9']");
        await session.UntilAsync("document.querySelector('.legend-summary')?.textContent === '1 hidden'");

        Assert.Equal(range, await session.AskAsync<string>(Range));
    }

    [Fact]
    public async Task Zoom_and_dragged_panes_survive_an_indicator_added_by_the_keyboard_and_its_removal()
    {
        var browser = await fixture.BrowserAsync();
        // A minute of this market turns every two seconds, so several turn while the rows are exchanged.
        await using var desk = DeskProcess.Launch("--INDICATOR_CONFIGS", "SMA:9,RSI:14", "--MARKET_SPEED", "30");
        await using var session = await DeskSession.OpenAsync(browser, await desk.ListeningAsync(), DeskLook.Wide);
        await ScrollBackAsync(session);
        await DragSeparatorAsync(session, 80);
        var range = await session.AskAsync<string>(Range);
        var panes = await session.AskAsync<double[]>(PaneShares);
        await session.AskAsync<bool>(NoteRanges);

        await session.Page.ClickAsync(".add-indicator");
        await session.UntilAsync("document.activeElement.closest('.indicator-picker') !== null");
        await session.Page.Keyboard.TypeAsync("obv");
        await session.UntilAsync("document.querySelectorAll('#chart-indicators .kind').length === 1");
        await session.Page.Keyboard.PressAsync("Enter");
        await session.UntilAsync("document.activeElement.textContent === 'Add OBV'");
        await session.Page.Keyboard.PressAsync("Enter");
        await session.UntilAsync("document.querySelector('#chart-indicators').innerText.includes('In force as version 2.')");
        await session.Page.WaitForSelectorAsync(Group("OBV"));
        await session.Page.ClickAsync("#chart-indicators [aria-label='Remove OBV']");
        await session.Page.ClickAsync("#chart-indicators .form-actions .primary");
        await session.UntilAsync($"document.querySelector(`{Group("OBV")}`) === null");

        Assert.Equal([range], await session.AskAsync<string[]>("[...ranges]"));
        // The library lays its panes out a frame after it is told to.
        await session.UntilAsync(
            $"((now, then) => now.length === then.length && now.every((share, at) => Math.abs(share - then[at]) < 0.003))"
            + $"({PaneShares}, [{Listed(panes)}])");
        Assert.Empty(session.ConsoleErrors);
    }

    [Theory]
    [InlineData(1440, 900, 2)]
    [InlineData(390, 844, 3)]
    public async Task Twelve_indicators_in_five_panes_have_room_and_what_has_none_is_folded(int width, int height, int panesDrawn)
    {
        var browser = await fixture.BrowserAsync();
        await using var desk = DeskProcess.Launch("--INDICATOR_CONFIGS", Twelve);
        await using var session = await DeskSession.OpenAsync(browser, await desk.ListeningAsync(), new DeskLook(width, height));
        await session.ChooseAsync("RELIANCE");

        var panes = await session.AskAsync<double[]>(PaneHeights);
        var legend = await session.AskAsync<string[]>(
            """
            [...document.querySelectorAll('.chart-legend .n, .chart-legend b')].filter(one => one.checkVisibility())
                .map((one, at, all) => [one, all.slice(at + 1).find(other => overlap(one, other))]).filter(([, other]) => other)
                .map(([one, other]) => `${one.textContent} under ${other.textContent}`);
            function overlap(one, other) {
                const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
                return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
            }
            """);

        Assert.Equal(2 + panesDrawn, panes.Length);
        Assert.InRange(panes[0] / panes.Sum(), 0.45, 0.6);
        Assert.All(panes, pane => Assert.InRange(pane, 36, height));
        Assert.Empty(legend);
        Assert.True(await session.AskAsync<bool>(
            "document.querySelector('.chart-legend').getBoundingClientRect().bottom"
            + " <= document.querySelector('.chart-canvas').getBoundingClientRect().top + 1"));
        Assert.Equal(width, await session.AskAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(session.ConsoleErrors);
    }

    [Fact]
    public async Task A_folded_pane_is_unfolded_from_the_list_of_the_phone()
    {
        var browser = await fixture.BrowserAsync();
        await using var desk = DeskProcess.Launch("--INDICATOR_CONFIGS", Twelve);
        await using var session = await DeskSession.OpenAsync(browser, await desk.ListeningAsync(), DeskLook.Phone);
        await session.Page.ClickAsync(".list-indicators");

        await session.Page.ClickAsync("#chart-indicators [aria-label='Unfold STOCHRSI:14:14:3:3']");
        await session.UntilAsync("document.querySelector('.legend-group[aria-label^=STOCHRSI]').dataset.standing === 'drawn'");

        await session.UntilAsync(
            "document.querySelector(`#chart-indicators [aria-label='Hide STOCHRSI:14:14:3:3']`)?.textContent === 'Hide'");
        Assert.Equal(5, (await session.AskAsync<double[]>(PaneHeights)).Length);
    }

    private static string Listed(double[] numbers) =>
        string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private static string Group(string spec) => $".legend-group[aria-label='{spec}']";

    /// <summary>Makes the lowest pane higher by so many pixels.</summary>
    private static async Task DragSeparatorAsync(DeskSession session, int pixels)
    {
        var top = await session.AskAsync<double>(
            "[...document.querySelectorAll('.chart-canvas tr')].filter(row => row.offsetHeight > 2).at(-2).getBoundingClientRect().top");
        await session.Page.Mouse.MoveAsync(700, (float)top);
        await session.Page.Mouse.DownAsync();
        await session.Page.Mouse.MoveAsync(700, (float)top - pixels, new() { Steps = 5 });
        await session.Page.Mouse.UpAsync();
        await session.UntilAsync($"({PaneHeights}).at(-1) > {pixels}");
        // A pane follows the hand a frame later.
        await session.AskAsync<bool>("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
    }

    /// <summary>Drags the candles to the right until older ones are looked at.</summary>
    private static async Task ScrollBackAsync(DeskSession session)
    {
        var box = await session.Page.Locator(".chart-canvas").BoundingBoxAsync();
        await session.Page.Mouse.MoveAsync(box!.X + 100, box.Y + 100);
        await session.Page.Mouse.DownAsync();
        await session.Page.Mouse.MoveAsync(box.X + 500, box.Y + 100, new() { Steps = 10 });
        await session.Page.Mouse.UpAsync();
        await session.UntilAsync("!document.querySelector('.to-now').hidden");
        await session.UntilAsync(
            "(window.at = window.now ?? '', window.now = document.querySelector('.chart-canvas').dataset.range) === window.at");
    }
}
